package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;

/**
 * A trained parameter.
 *
 * @param name in model files: {@code dense1.weight}
 */
public record Weight(String name, Shape shape, InitialValues initial) implements Leaf {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.weight(this);
    }

    @Override
    public String toString() {
        return "weight " + name + ", init " + initial;
    }
}
