package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.Optional;

/** {@code 5x5} or {@code size: 5x5} in a call. */
public record Argument(Optional<Name> name, Expression value, Span span) implements Syntax {}
