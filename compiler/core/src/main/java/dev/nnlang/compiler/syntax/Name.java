package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;

/** An identifier where it was written. */
public record Name(String text, Span span) implements Syntax {}
