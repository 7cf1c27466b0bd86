package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Of each row the element that its label names.
 *
 * @param argument [n][classes], or [classes], the same for all rows
 * @param labels [n]
 */
public record Select(Value argument, Value labels) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(argument, labels);
    }

    @Override
    public Shape shape() {
        return labels.shape();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Select(replacement.apply(argument), replacement.apply(labels));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.select(this);
    }

    @Override
    public String toString() {
        return argument.name() + " at " + labels.name();
    }
}
