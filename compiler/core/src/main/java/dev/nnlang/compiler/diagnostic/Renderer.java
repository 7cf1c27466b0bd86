package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows diagnostics to people: where, what, the line with a caret under the place, and what to do.
 *
 * <pre>
 * iris.nn:14:25: error[unknown-layer]: there is no layer, block or activation called `tahn`
 *    |
 * 14 |   input -> dense(16) -> tahn -> softmax -> species
 *    |                         ^^^^ did you mean `tanh`?
 *    = help: …
 * </pre>
 */
public final class Renderer {

    private final boolean coloured;

    private Renderer(boolean coloured) {
        this.coloured = coloured;
    }

    /** All {@code diagnostics}, and a last line that counts them; empty if there are none. */
    public static String render(List<Diagnostic> diagnostics, boolean coloured) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        Renderer renderer = new Renderer(coloured);
        String all = diagnostics.stream().map(renderer::render).collect(Collectors.joining("\n"));
        return all + "\n" + summary(diagnostics) + "\n";
    }

    /** One diagnostic, without a count. */
    public static String render(Diagnostic diagnostic, boolean coloured) {
        return new Renderer(coloured).render(diagnostic);
    }

    /** {@code 2 errors in iris.nn}. */
    private static String summary(List<Diagnostic> diagnostics) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = diagnostics.stream()
                    .filter(diagnostic -> diagnostic.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
            }
        }
        Set<String> files = new LinkedHashSet<>();
        diagnostics.forEach(diagnostic -> files.add(diagnostic.span().file().name()));
        return String.join(" and ", counts) + " in " + String.join(", ", files);
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private String render(Diagnostic diagnostic) {
        List<Mark> marks = marks(diagnostic);
        int width = marks.stream()
                .mapToInt(mark -> String.valueOf(mark.span().line()).length())
                .max()
                .orElseThrow();
        StringBuilder out = new StringBuilder(header(diagnostic)).append('\n');
        out.append(gutter(width, "", " |")).append('\n');
        excerpts(marks, width, out);
        for (Diagnostic.Label label : elsewhere(diagnostic)) {
            out.append(gutter(width, "", " =")).append(" note: ").append(label.span() + ": " + label.text() + "\n");
        }
        for (String help : diagnostic.help()) {
            out.append(gutter(width, "", " =")).append(" help: ").append(help).append('\n');
        }
        return out.toString();
    }

    private String header(Diagnostic diagnostic) {
        Severity severity = diagnostic.severity();
        String kind = word(severity) + "[" + diagnostic.kind().code() + "]";
        return diagnostic.span()
                + ": "
                + Style.of(severity).paint(kind, coloured)
                + ": "
                + Style.MESSAGE.paint(diagnostic.message(), coloured);
    }

    /** The secondary places in other files, whose lines are not shown. */
    private static List<Diagnostic.Label> elsewhere(Diagnostic diagnostic) {
        return diagnostic.secondary().stream()
                .filter(label -> !label.span().file().equals(diagnostic.span().file()))
                .toList();
    }

    /** The places in the diagnostic's file, in the order of the text. */
    private static List<Mark> marks(Diagnostic diagnostic) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(diagnostic.span(), '^', diagnostic.note().orElse(""), Style.of(diagnostic.severity())));
        diagnostic.secondary().stream()
                .filter(label -> label.span().file().equals(diagnostic.span().file()))
                .forEach(label -> marks.add(new Mark(label.span(), '-', label.text(), Style.SECONDARY)));
        marks.sort(Comparator.comparingInt((Mark mark) -> mark.span().line())
                .thenComparingInt(mark -> mark.span().start()));
        return marks;
    }

    private void excerpts(List<Mark> marks, int width, StringBuilder out) {
        int shown = 0;
        for (Mark mark : marks) {
            int line = mark.span().line();
            List<Span> together = marks.stream()
                    .map(Mark::span)
                    .filter(span -> span.line() == line)
                    .toList();
            Excerpt excerpt = Excerpt.of(together, width);
            if (shown > 0 && line > shown + 1) {
                out.append(gutter(width, "", "...")).append('\n');
            }
            if (line != shown) {
                out.append(gutter(width, String.valueOf(line), " |"))
                        .append(excerpt.text())
                        .append('\n');
            }
            out.append(gutter(width, "", " |")).append(underline(mark, excerpt)).append('\n');
            shown = line;
        }
    }

    private String underline(Mark mark, Excerpt excerpt) {
        String line = String.valueOf(mark.symbol()).repeat(excerpt.width(mark.span()));
        String label = mark.label().isEmpty() ? "" : " " + mark.label();
        return " ".repeat(excerpt.column(mark.span())) + mark.style().paint(line + label, coloured);
    }

    private String gutter(int width, String number, String edge) {
        String padded = " ".repeat(width - number.length()) + number;
        return Style.GUTTER.paint(padded + edge, coloured);
    }

    private record Mark(Span span, char symbol, String label, Style style) {}
}
