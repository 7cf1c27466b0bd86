package dev.nnlang.compiler.model;

import dev.nnlang.compiler.formula.ComparisonOperator;
import java.util.stream.Stream;

/** When training stops: {@code validation.accuracy >= 0.97 or epoch = 200}. */
public sealed interface StopCondition {

    /** All metrics and counters that it looks at. */
    Stream<String> quantities();

    /**
     * A metric or a counter against a number.
     *
     * @param quantity {@code epoch}, {@code step}, {@code time} (in seconds), or a metric such as {@code validation.accuracy}
     */
    record Comparison(String quantity, ComparisonOperator operator, double value) implements StopCondition {

        @Override
        public Stream<String> quantities() {
            return Stream.of(quantity);
        }
    }

    /** The metric has not become better for {@code epochs} epochs. */
    record NoImprovement(String metric, int epochs) implements StopCondition {

        @Override
        public Stream<String> quantities() {
            return Stream.of(metric);
        }
    }

    /** Both hold. */
    record And(StopCondition left, StopCondition right) implements StopCondition {

        @Override
        public Stream<String> quantities() {
            return Stream.concat(left.quantities(), right.quantities());
        }
    }

    /** One of them holds. */
    record Or(StopCondition left, StopCondition right) implements StopCondition {

        @Override
        public Stream<String> quantities() {
            return Stream.concat(left.quantities(), right.quantities());
        }
    }
}
