package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries for a terminal. A line that is not indented is a heading. */
public final class TerminalText {

    private static final String INDENT = "  ";

    private final Entries entries;
    private final int width;

    /** @param width how many columns a line may have */
    public TerminalText(Entries entries, int width) {
        this.entries = entries;
        this.width = width;
    }

    /** A line for each entry. */
    public String overview() {
        int label = entries.names().stream().mapToInt(String::length).max().orElse(0);
        return Stream.of(Chapter.values())
                .flatMap(chapter -> chapter.categories().stream())
                .map(category -> overview(category, label))
                .collect(Collectors.joining("\n"));
    }

    private String overview(Category category, int label) {
        List<String> lines = new ArrayList<>(List.of(category.plural()));
        entries.of(category)
                .forEach(entry ->
                        lines.addAll(row(entry.name(), entry.signature().doc(), label)));
        return text(lines);
    }

    /** All that there is to know of what is called {@code name}; empty if nothing is. */
    public String describe(String name) {
        return entries.named(name).stream().map(this::describe).collect(Collectors.joining("\n"));
    }

    private String describe(Entry entry) {
        List<String> lines = new ArrayList<>(Paragraph.wrap(entry.signature().usage(), width));
        lines.addAll(indented(
                entry.signature().category().noun() + ": " + entry.signature().doc()));
        int label = Stream.concat(
                        entry.parameters().stream().map(Parameter::usage),
                        entry.facts().stream().map(Fact::label))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        addApart(
                lines,
                entry.parameters().stream()
                        .flatMap(parameter -> row(parameter.usage(), described(parameter), label).stream())
                        .toList());
        addApart(
                lines,
                entry.facts().stream()
                        .flatMap(fact -> row(fact.label(), fact.text(), label).stream())
                        .toList());
        addApart(lines, entry.example().stream().map(INDENT::concat).toList());
        return text(lines);
    }

    private static String described(Parameter parameter) {
        String absence = parameter.optional() ? "; may be left out" : "";
        return parameter.doc() + "; " + parameter.type().form() + absence;
    }

    /** What is long goes on below itself. */
    private List<String> row(String label, String text, int widest) {
        String margin = INDENT + " ".repeat(widest) + INDENT;
        List<String> wrapped = Paragraph.wrap(text, width - margin.length());
        List<String> lines = new ArrayList<>();
        for (String line : wrapped) {
            String start =
                    lines.isEmpty() ? INDENT + label + margin.substring(INDENT.length() + label.length()) : margin;
            lines.add(start + line);
        }
        return lines;
    }

    private List<String> indented(String text) {
        return Paragraph.wrap(text, width - INDENT.length()).stream()
                .map(INDENT::concat)
                .toList();
    }

    private static void addApart(List<String> lines, List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.addAll(block);
        }
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
