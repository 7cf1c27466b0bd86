package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a {@link Lookup} passes on to its table: each line gets the sum of {@code d} over the rows that looked it up, in their order.
 *
 * @param d [n][size]: the gradient of what was looked up
 * @param labels [n]
 * @param shape of the table: [categories][size]
 */
public record LookupGradient(Value d, Value labels, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(d, labels);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new LookupGradient(replacement.apply(d), replacement.apply(labels), shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.lookupGradient(this);
    }

    @Override
    public String toString() {
        return "sum of " + d.name() + " by " + labels.name();
    }
}
