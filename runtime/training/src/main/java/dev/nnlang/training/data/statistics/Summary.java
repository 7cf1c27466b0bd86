package dev.nnlang.training.data.statistics;

import dev.nnlang.runtime.Impute;
import dev.nnlang.runtime.Transform;

/**
 * Statistics that are taken as values come by, by Welford's recurrence ("Note on a method for calculating corrected sums of
 * squares and products", 1962).
 */
public final class Summary implements Statistics {
    private long known;
    private long missing;
    private double mean;
    private double squares;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    public void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        known++;
        double distance = value - mean;
        mean += distance / known;
        squares += distance * (value - mean);
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
    }

    /** Every transform but one is a straight line. */
    @Override
    public Summary through(Transform transform, int element) {
        return transform instanceof Impute ? filled(transform.apply(Double.NaN, element)) : along(transform, element);
    }

    private Summary filled(double value) {
        Summary filled = copy();
        filled.missing = 0;
        if (missing > 0) {
            // Two samples joined: Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm", 1979.
            double distance = value - mean;
            filled.known = known + missing;
            filled.mean = mean + distance * missing / filled.known;
            filled.squares = squares + distance * distance * known * missing / filled.known;
            filled.minimum = Math.min(minimum, value);
            filled.maximum = Math.max(maximum, value);
        }
        return filled;
    }

    private Summary along(Transform transform, int element) {
        Summary moved = copy();
        double slope = maximum > minimum
                ? (transform.apply(maximum, element) - transform.apply(minimum, element)) / (maximum - minimum)
                : 0;
        moved.mean = transform.apply(mean, element);
        moved.squares = squares * slope * slope;
        moved.minimum = transform.apply(minimum, element);
        moved.maximum = transform.apply(maximum, element);
        return moved;
    }

    private Summary copy() {
        Summary copy = new Summary();
        copy.known = known;
        copy.missing = missing;
        copy.mean = mean;
        copy.squares = squares;
        copy.minimum = minimum;
        copy.maximum = maximum;
        return copy;
    }

    @Override
    public long known() {
        return known;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double deviation() {
        return Math.sqrt(squares / known);
    }

    @Override
    public double median() {
        throw new IllegalStateException("values that went by have no median");
    }

    @Override
    public double minimum() {
        return minimum;
    }

    @Override
    public double maximum() {
        return maximum;
    }
}
