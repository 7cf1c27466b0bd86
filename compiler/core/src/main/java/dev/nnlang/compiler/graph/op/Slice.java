package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Some of the elements along the last dim.
 *
 * @param from the first
 * @param size how many
 */
public record Slice(Value argument, int from, int size) implements Op {

    private static Shape shape(Shape whole, int size) {
        List<Integer> dims = new ArrayList<>(whole.dims());
        dims.set(dims.size() - 1, size);
        return new Shape(whole.perRow(), dims);
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Shape shape() {
        return shape(argument.shape(), size);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Slice(replacement.apply(argument), from, size);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.slice(this);
    }

    @Override
    public String toString() {
        return argument.name() + "[" + from + " .. " + (from + size) + "]";
    }
}
