package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives {@code d} back to the element of each window that was the largest; the first of equals.
 *
 * @param largest the value of {@code pool}
 */
public record MaxPoolGradient(Value d, Value largest, MaxPool pool) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(d, pool.image().value(), largest);
    }

    @Override
    public Shape shape() {
        return pool.image().value().shape();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MaxPoolGradient(
                replacement.apply(d), replacement.apply(largest), (MaxPool) pool.replace(replacement));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPoolGradient(this);
    }

    @Override
    public String toString() {
        return d.name() + " at the " + pool;
    }
}
