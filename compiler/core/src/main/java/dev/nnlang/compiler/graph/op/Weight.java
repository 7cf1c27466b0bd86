package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A trained parameter.
 *
 * @param name in model files: {@code dense1.weight}
 */
public record Weight(String name, Shape shape, InitialValues initial) implements Op {

    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.weight(this);
    }

    @Override
    public String toString() {
        return "weight " + name + ", init " + initial;
    }
}
