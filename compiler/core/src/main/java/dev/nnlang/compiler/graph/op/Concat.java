package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values behind one another along the last dim; their other dims are equal. */
public record Concat(List<Value> parts, Shape shape) implements Op {

    public Concat {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Value> operands() {
        return parts;
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Concat(parts.stream().map(replacement).toList(), shape);
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
