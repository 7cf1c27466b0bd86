package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * For each row the line of a table that its label names: the product of a one-hot vector and the table, without the zeros.
 *
 * @param table [categories][size], the same for all rows
 * @param labels [n]
 */
public record Lookup(Value table, Value labels) implements Op {

    public Lookup {
        if (table.shape().perRow() || table.shape().rank() != 2) {
            throw new IllegalArgumentException(table + " is no table");
        }
    }

    @Override
    public List<Value> operands() {
        return List.of(table, labels);
    }

    @Override
    public Shape shape() {
        return Shape.perRow(table.shape().last());
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Lookup(replacement.apply(table), replacement.apply(labels));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.lookup(this);
    }

    @Override
    public String toString() {
        return table.name() + "[" + labels.name() + "]";
    }
}
