package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.List;

/**
 * The part of a source line that is shown in a message: tabs opened out, and cut on both sides where the line is too
 * long.
 */
final class Excerpt {

    private static final int WIDTH = 100;
    private static final int TAB = 4;

    /** How much of a long line is shown before the first marked place. */
    private static final int BEFORE = 30;

    private final SourceFile file;
    private final int line;

    /** The first column of the line that is shown, and the first that is not. */
    private final int from;

    private final int to;
    private final String shown;

    private Excerpt(SourceFile file, int line, int room, int mark) {
        this.file = file;
        this.line = line;
        String full = expand(file.lineText(line));
        int length = full.codePointCount(0, full.length());
        boolean fits = length <= room;
        this.from = fits ? 0 : Math.max(0, Math.min(mark - BEFORE, length - room));
        this.to = fits ? length : Math.min(length, from + room);
        String middle = full.substring(full.offsetByCodePoints(0, from), full.offsetByCodePoints(0, to));
        this.shown = (from > 0 ? "…" : " ") + middle + (to < length ? "…" : "");
    }

    /**
     * The line where {@code spans} start.
     *
     * @param gutter how many digits stand before it
     */
    static Excerpt of(List<Span> spans, int gutter) {
        Span first = spans.get(0);
        int column = columns(first.file(), first.line(), first.start());
        return new Excerpt(first.file(), first.line(), WIDTH - gutter - 4, column);
    }

    String text() {
        return shown.stripTrailing();
    }

    /** How far from the gutter {@code span} begins. */
    int column(Span span) {
        return clip(columns(file, line, span.start())) - from + 1;
    }

    /** How many columns {@code span} takes in this line: one at least. */
    int width(Span span) {
        int lineEnd = file.lineStart(line) + file.lineText(line).length();
        int end = columns(file, line, Math.max(span.start(), Math.min(span.end(), lineEnd)));
        return Math.max(1, clip(end) - clip(columns(file, line, span.start())));
    }

    private int clip(int column) {
        return Math.max(from, Math.min(column, to));
    }

    private static int columns(SourceFile file, int line, int offset) {
        String before = expand(file.text().substring(file.lineStart(line), offset));
        return before.codePointCount(0, before.length());
    }

    /** Opens out tabs; what would do something to a terminal is shown as a replacement character. */
    private static String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int columns = c == '\t' ? TAB - column % TAB : Character.isLowSurrogate(c) ? 0 : 1;
            if (c == '\t') {
                expanded.append(" ".repeat(columns));
            } else {
                expanded.append(Character.isISOControl(c) ? '\uFFFD' : c);
            }
            column += columns;
        }
        return expanded.toString();
    }
}
