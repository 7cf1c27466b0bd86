package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import java.util.List;

/**
 * A value that comes from outside: input columns or a target.
 *
 * @param columns the columns it is made of, in order
 */
public record Input(List<String> columns, Shape shape) implements Leaf {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.input(this);
    }

    @Override
    public String toString() {
        return "input " + String.join(", ", columns);
    }
}
