package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;

/** Where data flows. */
public sealed interface Flow extends Syntax {

    /** {@code a -> b -> c}: two links or more. A link that is a chain itself was written in parentheses. */
    record Chain(List<Flow> links, Span span) implements Flow {}

    /** {@code relu}, {@code dense(16)}, {@code concat(a, b)}, or the name of a value. */
    record Step(Expression.Call call, Span span) implements Flow {}

    /** {@code ( a | b )}: the same input to each branch. */
    record Branches(List<Flow> branches, Span span) implements Flow {}

    /** {@code body * 3}: in a row, with fresh weights each time. */
    record Repeat(Flow body, Expression count, Span span) implements Flow {}

    /**
     * {@code body | * 3}, the content of {@code ( body | * 3 )}: side by side, with fresh weights each time. Stands in
     * {@link Branches}.
     */
    record SideBySide(Flow body, Expression count, Span span) implements Flow {}
}
