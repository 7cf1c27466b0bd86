package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Some of the elements along the last dim.
 *
 * @param from the first
 * @param part the last dim of the result
 */
public record Slice(Value argument, int from, Dim part) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Shape shape() {
        return argument.shape().with(argument.shape().last(), part);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Slice(replacement.apply(argument), from, part);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.slice(this);
    }

    @Override
    public String toString() {
        return argument.name() + "[" + from + " .. " + (from + part.size()) + "]";
    }
}
