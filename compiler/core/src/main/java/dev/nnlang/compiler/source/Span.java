package dev.nnlang.compiler.source;

/**
 * A place in a source file, as offsets; line and column are derived when somebody asks.
 *
 * @param start the offset of the first character
 * @param end the offset behind the last character
 */
public record Span(SourceFile file, int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end);
        }
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The source text here. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** The text on one line, without comments: {@code dense(16)}. */
    public String onOneLine() {
        return text().replaceAll("//.*", "").replaceAll("\\s+", " ");
    }

    /** The line where this starts, counted from 1. */
    public int line() {
        return file.line(start);
    }

    /** The column where this starts, counted from 1. */
    public int column() {
        return file.column(start);
    }

    /** {@code iris.nn:14}: how generated comments and tables name a place. */
    public String where() {
        return file.name() + ":" + line();
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
