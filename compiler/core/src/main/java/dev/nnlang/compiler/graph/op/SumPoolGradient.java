package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives {@code d} back to every element that a window saw.
 *
 * @param shape the image's
 */
public record SumPoolGradient(Value d, Window window, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(d);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new SumPoolGradient(replacement.apply(d), window, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sumPoolGradient(this);
    }

    @Override
    public String toString() {
        return "gradient of sum_pool(" + d.name() + ", " + window + ")";
    }
}
