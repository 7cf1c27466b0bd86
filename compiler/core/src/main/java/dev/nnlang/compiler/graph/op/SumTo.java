package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The sum over whatever {@code shape} lacks: over the rows of the batch, over the leading dims, or both. The gradient of repeating.
 */
public record SumTo(Value argument, Shape shape) implements Op {

    public SumTo {
        if (!shape.broadcastsTo(argument.shape())) {
            throw new IllegalArgumentException("no sum of " + argument + " to " + shape);
        }
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new SumTo(replacement.apply(argument), shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sumTo(this);
    }

    @Override
    public String toString() {
        return "sum of " + argument.name() + " to " + (shape.toString().isEmpty() ? "a scalar" : shape);
    }
}
