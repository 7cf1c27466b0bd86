package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.IndexNames;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The largest of each window, for each channel; what lies outside of the image is never the largest.
 *
 * @param image the pixels that a window sees
 * @param over the dims of the window
 */
public record MaxPool(Shape shape, List<Dim> over, Factor image) implements Op {

    public MaxPool {
        over = List.copyOf(over);
    }

    @Override
    public List<Value> operands() {
        return List.of(image.value());
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MaxPool(shape, over, new Factor(replacement.apply(image.value()), image.places()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.maxPool(this);
    }

    @Override
    public String toString() {
        IndexNames names = new IndexNames(shape.dims());
        String summed = over.stream().map(names::of).collect(Collectors.joining(", "));
        return "max over " + summed + " of " + image.toString(names::of);
    }
}
