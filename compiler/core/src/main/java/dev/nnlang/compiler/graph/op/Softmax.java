package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code exp(x_k) / sum of exp(x_i)} over the last dim, computed from {@code x - max(x)} so that it does not overflow.
 */
public record Softmax(Value argument) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Shape shape() {
        return argument.shape();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Softmax(replacement.apply(argument));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.softmax(this);
    }

    @Override
    public String toString() {
        return "softmax(" + argument.name() + ")";
    }
}
