package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The negative logarithm of the probability that softmax gives the label, {@code log(sum of exp(x_i)) - x_label}, for each row.
 *
 * @param logits [n][classes]
 * @param labels [n]
 */
public record CrossEntropy(Value logits, Value labels) implements Op {

    @Override
    public List<Value> operands() {
        return List.of(logits, labels);
    }

    @Override
    public Shape shape() {
        return labels.shape();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new CrossEntropy(replacement.apply(logits), replacement.apply(labels));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.crossEntropy(this);
    }

    @Override
    public String toString() {
        return "cross_entropy(softmax(" + logits.name() + "), " + labels.name() + ")";
    }
}
