package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * 1 where the position in the last dim is the label, 0 elsewhere.
 *
 * @param labels [n]
 */
public record OneHot(Value labels, Dim classes) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(labels);
    }

    @Override
    public Shape shape() {
        return Shape.perRow(classes);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new OneHot(replacement.apply(labels), classes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.oneHot(this);
    }

    @Override
    public String toString() {
        return "one_hot(" + labels.name() + ", " + classes.size() + ")";
    }
}
