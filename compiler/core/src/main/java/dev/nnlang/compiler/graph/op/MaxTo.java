package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The largest over whatever {@code shape} lacks, as in {@link SumTo}.
 */
public record MaxTo(Value argument, Shape shape) implements Op {

    public MaxTo {
        if (!shape.broadcastsTo(argument.shape())) {
            throw new IllegalArgumentException("no max of " + argument + " to " + shape);
        }
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MaxTo(replacement.apply(argument), shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxTo(this);
    }

    @Override
    public String toString() {
        return "max of " + argument.name() + " to " + (shape.toString().isEmpty() ? "a scalar" : shape);
    }
}
