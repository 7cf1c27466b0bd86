package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sum of each window, for each channel; padding counts as 0. */
public record SumPool(Value image, Window window) implements Op {

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
        return new SumPool(replacement.apply(image), window);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sumPool(this);
    }

    @Override
    public String toString() {
        return "sum_pool(" + image.name() + ", " + window + ")";
    }
}
