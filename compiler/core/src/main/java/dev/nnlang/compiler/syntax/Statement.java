package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;

/** A line of a network or a block. */
public sealed interface Statement extends Syntax {

    /** {@code let stem = image -> conv(32, 3x3)}. */
    record Let(String doc, Name name, Flow value, Span span) implements Statement {}

    /** {@code stem -> residual(32) * 3 -> softmax -> label}. */
    record Chain(Flow.Chain flow, Span span) implements Statement {}
}
