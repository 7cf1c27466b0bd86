package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** An image with a margin of zeros around it. */
public record Pad(Value image, Margins margins, Shape shape) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(image);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Pad(replacement.apply(image), margins, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pad(this);
    }

    @Override
    public String toString() {
        return "pad(" + image.name() + ", " + margins + ")";
    }
}
