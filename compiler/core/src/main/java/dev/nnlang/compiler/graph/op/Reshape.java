package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The same numbers in the same order under another shape.
 */
public record Reshape(Value argument, Shape shape) implements Op {

    public Reshape {
        if (argument.shape().perRow() != shape.perRow() || argument.shape().size() != shape.size()) {
            throw new IllegalArgumentException("no reshape of " + argument + " to " + shape);
        }
    }

    /** Whether only the dims get other names. */
    public boolean isRenaming() {
        return shape.isAsLongAs(argument.shape());
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Reshape(replacement.apply(argument), shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reshape(this);
    }

    @Override
    public String toString() {
        return "reshape " + argument.name() + " to " + shape;
    }
}
