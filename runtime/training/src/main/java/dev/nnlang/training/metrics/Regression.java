package dev.nnlang.training.metrics;

import java.util.Optional;
import java.util.OptionalDouble;

/** Scores numbers by their squared distance from the data's, in the units of the data. */
public final class Regression implements Scorer {
    private final int width;
    private final float[] values;
    private final Units units;
    private double loss;
    private double squares;
    private int rows;

    /** From the network's value to the data's. */
    @FunctionalInterface
    public interface Units {
        float restore(float output, int element);
    }

    /**
     * @param width numbers a row
     * @param values {@code [rows of the table][width]}, as in the data
     */
    public Regression(int width, float[] values, Units units) {
        this.width = width;
        this.values = values;
        this.units = units;
    }

    @Override
    public void add(double batchLoss, float[] output, int[] targets, int from, int batchRows) {
        for (int row = 0; row < batchRows; row++) {
            int actual = targets[from + row] * width;
            for (int i = 0; i < width; i++) {
                double error = units.restore(output[row * width + i], i) - (double) values[actual + i];
                squares += error * error;
            }
        }
        loss += batchLoss * batchRows;
        rows += batchRows;
    }

    @Override
    public Metrics metrics() {
        double mean = squares / ((double) rows * width);
        return new Metrics(rows, loss / rows, Optional.empty(), OptionalDouble.of(mean));
    }
}
