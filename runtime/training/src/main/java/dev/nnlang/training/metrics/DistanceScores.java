package dev.nnlang.training.metrics;

import java.util.OptionalDouble;

/**
 * How far answers are from numbers, in the units of the data: before any preprocessing of the target.
 *
 * @param meanAbsolute the mean of |answer - number|
 * @param meanSquared the mean of (answer - number)^2
 * @param r2 the share of the numbers' variance that is explained: 1 - sum (answer - number)^2 / sum (number - their
 *     mean)^2, of a vector the mean of its elements' shares; of numbers that never vary 1 if they are met, otherwise 0
 */
public record DistanceScores(double meanAbsolute, double meanSquared, double r2) {

    OptionalDouble value(MetricName metric) {
        return switch (metric.name()) {
            case "mean_absolute_error" -> OptionalDouble.of(meanAbsolute);
            case "mean_squared_error" -> OptionalDouble.of(meanSquared);
            case "r2" -> OptionalDouble.of(r2);
            default -> OptionalDouble.empty();
        };
    }
}
