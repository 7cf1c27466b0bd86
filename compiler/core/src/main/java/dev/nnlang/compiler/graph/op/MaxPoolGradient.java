package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives {@code d} back to the element of each window that was the largest; the first of equals.
 *
 * @param largest the value of the {@link MaxPool}
 */
public record MaxPoolGradient(Value d, Value image, Value largest, Window window) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(d, image, largest);
    }

    @Override
    public Shape shape() {
        return image.shape();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MaxPoolGradient(replacement.apply(d), replacement.apply(image), replacement.apply(largest), window);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPoolGradient(this);
    }

    @Override
    public String toString() {
        return "gradient of max_pool(" + image.name() + ", " + window + ") for " + d.name();
    }
}
