package dev.nnlang.training.metrics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a network does on some rows.
 *
 * @param rows how many
 * @param loss the mean of what training minimises
 * @param confusion of a classification
 * @param meanSquaredError of a regression, in the units of the data: before any preprocessing of the target
 */
public record Metrics(int rows, double loss, Optional<ConfusionMatrix> confusion, OptionalDouble meanSquaredError) {

    /** The share of rows whose class was recognised; empty for a regression. */
    public OptionalDouble accuracy() {
        return confusion.isPresent()
                ? OptionalDouble.of((double) confusion.get().correct() / rows)
                : OptionalDouble.empty();
    }

    /** By its name in the language; empty if there is no such metric here. */
    public OptionalDouble value(String name) {
        return switch (name) {
            case "loss" -> OptionalDouble.of(loss);
            case "accuracy" -> accuracy();
            case "mean_squared_error" -> meanSquaredError;
            default -> OptionalDouble.empty();
        };
    }

    /** Whether more is better; less is otherwise. */
    public static boolean ascends(String name) {
        return name.endsWith("accuracy");
    }
}
