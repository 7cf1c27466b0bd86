package dev.nnlang.training;

import dev.nnlang.training.metrics.Metrics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One pass over the training rows.
 *
 * @param number counts from 1; 0 is the network before its first step
 * @param steps taken since training began
 * @param rate the learning rate of its last step
 * @param train of the answers given while training, each before the step that learned from it
 * @param validation of the weights after its last step; empty without validation rows
 */
public record Epoch(int number, long steps, double rate, Metrics train, Optional<Metrics> validation) {

    /** A metric by its full name, as {@code validation.loss}. */
    public OptionalDouble metric(String name) {
        int dot = name.indexOf('.');
        String part = name.substring(0, Math.max(dot, 0));
        String metric = name.substring(dot + 1);
        if (part.equals("train")) {
            return train.value(metric);
        }
        return part.equals("validation") && validation.isPresent()
                ? validation.get().value(metric)
                : OptionalDouble.empty();
    }
}
