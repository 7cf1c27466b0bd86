package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/** The largest of each window, for each channel; padding is never the largest. */
public record MaxPool(Value image, Window window) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(image);
    }

    @Override
    public Shape shape() {
        return window.output(image.shape(), image.shape().last());
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MaxPool(replacement.apply(image), window);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPool(this);
    }

    @Override
    public String toString() {
        return "max_pool(" + image.name() + ", " + window + ")";
    }
}
