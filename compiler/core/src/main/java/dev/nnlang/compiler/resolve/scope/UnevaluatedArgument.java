package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.syntax.Expression;

/**
 * An argument of a block that is no number: {@code 3x3}, {@code he}, {@code relu}. What it means is told where the block uses it, by the names that are
 * known where it was written.
 */
public record UnevaluatedArgument(Expression written, Scope scope) {}
