package dev.nnlang.training.metrics;

import java.util.Optional;

/** Scores numbers by their distance from the data's, in the units of the data. */
public final class Regression implements Scorer {
    private final int width;
    private final Units units;
    private final double[] squares;
    private final double[] means;
    private final double[] spreads;
    private double absolute;
    private double loss;
    private int rows;

    /** From the network's value to the data's. */
    @FunctionalInterface
    public interface Units {
        double restore(float output, int element);
    }

    /** @param width numbers a row */
    public Regression(int width, Units units) {
        this.width = width;
        this.units = units;
        this.squares = new double[width];
        this.means = new double[width];
        this.spreads = new double[width];
    }

    @Override
    public void add(double batchLoss, float[] output, Answers right, int batchRows) {
        for (int row = 0; row < batchRows; row++) {
            rows++;
            for (int i = 0; i < width; i++) {
                add(right.numbers()[row * width + i], units.restore(output[row * width + i], i), i);
            }
        }
        loss += batchLoss * batchRows;
    }

    private void add(double number, double answer, int element) {
        double error = answer - number;
        squares[element] += error * error;
        absolute += Math.abs(error);
        // Welford's way to a variance in one pass, 1962: sums of squares would cancel.
        double distance = number - means[element];
        means[element] += distance / rows;
        spreads[element] += distance * (number - means[element]);
    }

    @Override
    public Metrics metrics() {
        double sum = 0;
        double explained = 0;
        for (int i = 0; i < width; i++) {
            sum += squares[i];
            explained += explained(squares[i], spreads[i]);
        }
        double count = (double) rows * width;
        DistanceScores scores = new DistanceScores(absolute / count, sum / count, explained / width);
        return new Metrics(rows, loss / rows, Optional.empty(), Optional.of(scores));
    }

    private static double explained(double squares, double spread) {
        if (spread > 0) {
            return 1 - squares / spread;
        }
        return squares == 0 ? 1 : 0;
    }
}
