package dev.nnlang.training.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scores probabilities: the answer is the class with the highest, the first of them if several have it. */
public final class Classification implements Scorer {
    private final List<String> classes;
    private final int[] labels;
    private final int[][] counts;
    private double loss;
    private int rows;

    /** @param labels {@code [rows of the table]} */
    public Classification(List<String> classes, int[] labels) {
        this.classes = classes;
        this.labels = labels;
        this.counts = new int[classes.size()][classes.size()];
    }

    @Override
    public void add(double batchLoss, float[] output, int[] targets, int from, int batchRows) {
        int width = classes.size();
        for (int row = 0; row < batchRows; row++) {
            counts[labels[targets[from + row]]][highest(output, row * width, width)]++;
        }
        loss += batchLoss * batchRows;
        rows += batchRows;
    }

    private static int highest(float[] output, int start, int width) {
        int highest = 0;
        for (int i = 1; i < width; i++) {
            if (output[start + i] > output[start + highest]) {
                highest = i;
            }
        }
        return highest;
    }

    @Override
    public Metrics metrics() {
        ConfusionMatrix confusion = new ConfusionMatrix(classes, counts);
        return new Metrics(rows, loss / rows, Optional.of(confusion), OptionalDouble.empty());
    }
}
