package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values behind one another along the last dim; their other dims are equal. */
public record Concat(List<Value> parts) implements Op {

    public Concat {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Value> operands() {
        return parts;
    }

    @Override
    public Shape shape() {
        Shape first = parts.get(0).shape();
        List<Integer> dims = new ArrayList<>(first.dims());
        dims.set(
                dims.size() - 1,
                parts.stream().mapToInt(part -> part.shape().last()).sum());
        return new Shape(first.perRow(), dims);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Concat(parts.stream().map(replacement).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concat(this);
    }

    @Override
    public String toString() {
        return "concat(" + parts.stream().map(Value::name).collect(Collectors.joining(", ")) + ")";
    }
}
