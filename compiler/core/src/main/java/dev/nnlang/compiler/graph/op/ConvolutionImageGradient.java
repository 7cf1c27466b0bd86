package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the gradient {@code d} of a {@link Convolution} gives back to each pixel: every output that saw it, through the weight it was seen with.
 *
 * @param d the shape of the convolution's value
 * @param shape the image's
 */
public record ConvolutionImageGradient(Value d, Value weight, Window window, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(d, weight);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new ConvolutionImageGradient(replacement.apply(d), replacement.apply(weight), window, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolutionImageGradient(this);
    }

    @Override
    public String toString() {
        return "image gradient of conv(" + d.name() + ", " + weight.name() + ", " + window + ")";
    }
}
