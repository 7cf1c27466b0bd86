package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** A line of a {@code data} or {@code train} declaration. */
public sealed interface DataItem extends Syntax {

    /** {@code input} or {@code target}. */
    enum Role {
        INPUT,
        TARGET
    }

    /** {@code input sepalLength, sepalWidth: real -> standardize}. */
    record Columns(
            String doc, Role role, List<ColumnName> names, ColumnType type, List<Expression.Call> transforms, Span span)
            implements DataItem {}

    /** {@code source: csv("iris.csv")}; several values where a list is written, {@code ignore: a, b}. */
    record Setting(String doc, Name name, List<Expression> values, Span span) implements DataItem {}

    /** {@code sepalLength "Sepal.Length"}: the column's name and, if it differs, the file's header. */
    record ColumnName(Name name, Optional<Expression.Text> header) {}
}
