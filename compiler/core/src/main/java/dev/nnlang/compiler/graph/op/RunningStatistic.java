package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;

/**
 * Numbers that training keeps up to date without a gradient, and prediction uses: the running mean of a batch normalisation.
 *
 * @param name in model files: {@code batchNorm1.mean}
 * @param initial what they start from
 */
public record RunningStatistic(String name, Shape shape, double initial) implements Leaf {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.runningStatistic(this);
    }

    @Override
    public String toString() {
        return "statistic " + name;
    }
}
