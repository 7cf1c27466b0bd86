package dev.nnlang.training.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When training stops. Prints itself as it is written in the language, so {@link #parse} reads what {@link Object#toString}
 * gives.
 */
public sealed interface Until permits Comparison, NoImprovement, AllOf, AnyOf {

    /** What has been met, in the words of the language; empty while training goes on. */
    Optional<String> met(RunState state);

    /** The metrics this looks at, as {@code validation.accuracy}. */
    Set<String> metrics();

    /** Whether it can be met in the middle of an epoch. */
    boolean countsSteps();

    /** The epoch after which it is met at the latest; empty if there is none. */
    OptionalInt epochLimit();

    /** Both. */
    default Until and(Until other) {
        return new AllOf(List.of(this, other));
    }

    /** Either. */
    default Until or(Until other) {
        return new AnyOf(List.of(this, other));
    }

    /** After so many epochs. */
    static Until epoch(int epoch) {
        return new Comparison("epoch", Comparison.Sign.EQUAL, epoch);
    }

    /** After so many steps. */
    static Until step(long step) {
        return new Comparison("step", Comparison.Sign.EQUAL, step);
    }

    /** After so long. */
    static Until time(Duration time) {
        return new Comparison("time", Comparison.Sign.ABOVE, time.toMillis() / 1000.0);
    }

    /** When the metric has been no better than its best for so many epochs. */
    static Until noImprovement(String metric, int epochs) {
        return new NoImprovement(metric, epochs);
    }

    /** Says what a metric must reach. */
    static Goal metric(String name) {
        return new Goal(name);
    }

    /**
     * Reads a condition as written in the language: {@code validation.accuracy >= 0.97 or epoch = 200}.
     *
     * @throws SettingException if it is not one
     */
    static Until parse(String text) {
        return new UntilParser(text).parse();
    }

    /** A metric whose bound is still to be said. */
    record Goal(String metric) {
        public Until atLeast(double bound) {
            return new Comparison(metric, Comparison.Sign.AT_LEAST, bound);
        }

        public Until atMost(double bound) {
            return new Comparison(metric, Comparison.Sign.AT_MOST, bound);
        }
    }
}
