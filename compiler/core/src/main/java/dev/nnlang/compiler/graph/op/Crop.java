package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** An image without the margins around it: what {@link Pad} was given. */
public record Crop(Value image, Margins margins, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(image);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Crop(replacement.apply(image), margins, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.crop(this);
    }

    @Override
    public String toString() {
        return "crop(" + image.name() + ", " + margins + ")";
    }
}
