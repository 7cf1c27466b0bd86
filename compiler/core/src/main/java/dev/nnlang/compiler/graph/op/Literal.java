package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** A vector of numbers that are known when compiling: the weights of classes. */
public record Literal(List<Double> values, Shape shape) implements Leaf {

    public Literal {
        values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.literal(this);
    }

    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
