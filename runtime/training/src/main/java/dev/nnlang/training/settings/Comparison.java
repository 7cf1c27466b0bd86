package dev.nnlang.training.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A quantity against a bound.
 *
 * @param quantity {@code epoch}, {@code step}, {@code time} in seconds, or a metric
 */
record Comparison(String quantity, Sign sign, double bound) implements Until {
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
        boolean passed = sign == Sign.EQUAL && COUNTERS.contains(quantity) && value > bound;
        return passed || sign.holds(value, bound) ? Optional.of(toString()) : Optional.empty();
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
        return quantity + " " + sign + " " + (quantity.equals("time") ? duration() : number(bound));
    }

    @Override
    public OptionalInt epochLimit() {
        boolean falls = sign == Sign.AT_MOST || sign == Sign.BELOW;
        if (!quantity.equals("epoch") || falls) {
            return OptionalInt.empty();
        }
        double limit = sign == Sign.ABOVE ? Math.floor(bound) + 1 : Math.ceil(bound);
        return OptionalInt.of((int) Math.max(0, limit));
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

    /** How two numbers are compared. */
    enum Sign {
        EQUAL("="),
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String written;

        Sign(String written) {
            this.written = written;
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
            return written;
        }
    }
}
