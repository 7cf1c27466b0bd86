package dev.nnlang.training.metrics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How well values and gradients flow through a network, whatever it answers; empty is what was not measured.
 *
 * @param saturation the share of the activations' outputs on a plateau of the activation
 * @param deadUnits the share of units that were on a plateau in every row
 * @param gradientNorm the mean, over the steps, of the length of the gradient of all parameters
 */
public record ActivationMetrics(OptionalDouble saturation, OptionalDouble deadUnits, OptionalDouble gradientNorm) {
    public static final String SATURATION = "saturation";
    public static final String DEAD_UNITS = "dead_units";
    public static final String GRADIENT_NORM = "gradient_norm";

    public static final List<String> NAMES = List.of(SATURATION, DEAD_UNITS, GRADIENT_NORM);

    /** Nothing was measured. */
    static final ActivationMetrics NONE =
            new ActivationMetrics(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    OptionalDouble value(MetricName metric) {
        return switch (metric.name()) {
            case SATURATION -> saturation;
            case DEAD_UNITS -> deadUnits;
            default -> gradientNorm;
        };
    }
}
