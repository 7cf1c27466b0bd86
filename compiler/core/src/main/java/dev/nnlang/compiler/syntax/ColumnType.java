package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What a column holds. */
public sealed interface ColumnType extends Syntax {

    /** {@code real}, {@code real[64]}, {@code image(28x28)}, …: a name, its arguments, its length. */
    record Named(Expression.Call call, Optional<Expression> length, Span span) implements ColumnType {}

    /** {@code one of setosa, versicolor "Iris-versicolor"}. */
    record OneOf(List<Value> values, Span span) implements ColumnType {}

    /** {@code one of 0..9}. */
    record OneOfRange(Expression.Range range, Span span) implements ColumnType {}

    /** A value's name and, if it differs, how the file writes it. */
    record Value(Name name, Optional<Expression.Text> written) {}
}
