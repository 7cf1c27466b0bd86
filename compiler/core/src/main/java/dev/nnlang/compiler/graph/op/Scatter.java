package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A table to which each element of {@code d} is added where its label says, from 0 on and in order: what a {@link Gather} gives back to its table.
 *
 * @param labels counted over {@code along}, the last dim the fastest
 * @param along the dims of the table along which labels count
 * @param shape the table's
 */
public record Scatter(Value d, Value labels, List<Dim> along, Shape shape) implements Op {

    public Scatter {
        along = List.copyOf(along);
    }

    @Override
    public List<Value> operands() {
        return List.of(d, labels);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Scatter(replacement.apply(d), replacement.apply(labels), along, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.scatter(this);
    }

    @Override
    public String toString() {
        return "sum of " + d.name() + " by " + labels.name();
    }
}
