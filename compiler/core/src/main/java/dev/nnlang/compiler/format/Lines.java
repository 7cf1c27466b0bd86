package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;

/** On which lines the author wrote something. */
final class Lines {

    private Lines() {}

    static int last(Span span) {
        return span.file().line(span.end());
    }

    static boolean isOneLine(Span span) {
        return span.line() == last(span);
    }

    /** Whether the author started a line between the two. */
    static boolean breaksBetween(Span first, Span second) {
        return last(first) < second.line();
    }
}
