package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the gradient {@code d} of a {@link Convolution} gives back to each weight: the sum over rows and positions of pixel times d.
 *
 * @param shape the weight's
 */
public record ConvolutionWeightGradient(Value image, Value d, Window window, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(image, d);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new ConvolutionWeightGradient(replacement.apply(image), replacement.apply(d), window, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolutionWeightGradient(this);
    }

    @Override
    public String toString() {
        return "weight gradient of conv(" + image.name() + ", " + d.name() + ", " + window + ")";
    }
}
