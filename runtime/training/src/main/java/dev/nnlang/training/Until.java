package dev.nnlang.training;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When training stops. Prints itself as it is written in the language, so {@link #parse} reads what {@link #toString}
 * gives.
 */
public sealed interface Until permits Until.Comparison, Until.NoImprovement, Until.All, Until.Any {

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
        return new All(List.of(this, other));
    }

    /** Either. */
    default Until or(Until other) {
        return new Any(List.of(this, other));
    }

    /** After so many epochs. */
    static Until epoch(int epoch) {
        return new Comparison("epoch", Comparator.EQUAL, epoch);
    }

    /** After so many steps. */
    static Until step(long step) {
        return new Comparison("step", Comparator.EQUAL, step);
    }

    /** After so long. */
    static Until time(Duration time) {
        return new Comparison("time", Comparator.ABOVE, time.toMillis() / 1000.0);
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
            return new Comparison(metric, Comparator.AT_LEAST, bound);
        }

        public Until atMost(double bound) {
            return new Comparison(metric, Comparator.AT_MOST, bound);
        }
    }

    /** How two numbers are compared. */
    enum Comparator {
        EQUAL("="),
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case EQUAL -> left == right;
                case AT_LEAST -> left >= right;
                case ABOVE -> left > right;
                case AT_MOST -> left <= right;
                case BELOW -> left < right;
            };
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /**
     * A quantity against a bound.
     *
     * @param quantity {@code epoch}, {@code step}, {@code time} in seconds, or a metric
     */
    record Comparison(String quantity, Comparator comparator, double bound) implements Until {
        private static final Set<String> COUNTERS = Set.of("epoch", "step", "time");

        @Override
        public Optional<String> met(RunState state) {
            double value =
                    switch (quantity) {
                        case "epoch" -> state.epoch();
                        case "step" -> state.step();
                        case "time" -> state.elapsed().toMillis() / 1000.0;
                        default -> state.metric(quantity).orElse(Double.NaN);
                    };
            // A counter may pass its bound between two looks at it.
            boolean passed = comparator == Comparator.EQUAL && COUNTERS.contains(quantity) && value > bound;
            return passed || comparator.holds(value, bound) ? Optional.of(toString()) : Optional.empty();
        }

        @Override
        public Set<String> metrics() {
            return COUNTERS.contains(quantity) ? Set.of() : Set.of(quantity);
        }

        @Override
        public boolean countsSteps() {
            return quantity.equals("step") || quantity.equals("time");
        }

        @Override
        public String toString() {
            return quantity + " " + comparator + " " + (quantity.equals("time") ? duration() : number(bound));
        }

        @Override
        public OptionalInt epochLimit() {
            boolean falls = comparator == Comparator.AT_MOST || comparator == Comparator.BELOW;
            if (!quantity.equals("epoch") || falls) {
                return OptionalInt.empty();
            }
            double limit = comparator == Comparator.ABOVE ? Math.floor(bound) + 1 : Math.ceil(bound);
            return OptionalInt.of((int) Math.max(1, limit));
        }

        private String duration() {
            if (bound >= 3600 && bound % 3600 == 0) {
                return number(bound / 3600) + "h";
            }
            return bound >= 60 && bound % 60 == 0 ? number(bound / 60) + "min" : number(bound) + "s";
        }

        private static String number(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole
                    ? Long.toString((long) value)
                    : ("" + value).replace(".0E", "e").replace("E", "e");
        }
    }

    /** See {@link Until#noImprovement}. */
    record NoImprovement(String metric, int epochs) implements Until {
        @Override
        public Optional<String> met(RunState state) {
            return state.epochsSinceBest(metric) >= epochs ? Optional.of(toString()) : Optional.empty();
        }

        @Override
        public Set<String> metrics() {
            return Set.of(metric);
        }

        @Override
        public boolean countsSteps() {
            return false;
        }

        @Override
        public OptionalInt epochLimit() {
            return OptionalInt.empty();
        }

        @Override
        public String toString() {
            return "no_improvement(" + metric + ", epochs: " + epochs + ")";
        }
    }

    /** Several conditions, of which all must hold. */
    record All(List<Until> conditions) implements Until {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<String> met(RunState state) {
            boolean all = conditions.stream().allMatch(each -> each.met(state).isPresent());
            return all ? Optional.of(toString()) : Optional.empty();
        }

        @Override
        public Set<String> metrics() {
            return union(conditions);
        }

        @Override
        public boolean countsSteps() {
            return conditions.stream().anyMatch(Until::countsSteps);
        }

        @Override
        public OptionalInt epochLimit() {
            boolean all = conditions.stream().allMatch(each -> each.epochLimit().isPresent());
            return all ? limits(conditions).max() : OptionalInt.empty();
        }

        @Override
        public String toString() {
            List<String> parts = conditions.stream()
                    .map(each -> each instanceof Any ? "(" + each + ")" : each.toString())
                    .toList();
            return String.join(" and ", parts);
        }
    }

    /** Several conditions, of which one suffices; the first that holds is named. */
    record Any(List<Until> conditions) implements Until {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<String> met(RunState state) {
            return conditions.stream().flatMap(each -> each.met(state).stream()).findFirst();
        }

        @Override
        public Set<String> metrics() {
            return union(conditions);
        }

        @Override
        public boolean countsSteps() {
            return conditions.stream().anyMatch(Until::countsSteps);
        }

        @Override
        public OptionalInt epochLimit() {
            return limits(conditions).min();
        }

        @Override
        public String toString() {
            return String.join(" or ", conditions.stream().map(Object::toString).toList());
        }
    }

    private static IntStream limits(List<Until> conditions) {
        return conditions.stream().flatMapToInt(each -> each.epochLimit().stream());
    }

    private static Set<String> union(List<Until> conditions) {
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(each -> names.addAll(each.metrics()));
        return names;
    }
}
