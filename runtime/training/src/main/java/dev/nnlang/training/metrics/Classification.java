package dev.nnlang.training.metrics;

import java.util.List;
import java.util.Optional;

/** Scores probabilities: the answer is the class with the highest, the first of them if several have it. */
public final class Classification implements Scorer {
    private final List<String> classes;
    private final int[][] counts;
    private final int[] ranks;
    private final Ranking ranking = new Ranking();
    private double loss;
    private int rows;

    public Classification(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
        this.ranks = new int[classes.size()];
    }

    @Override
    public void add(double batchLoss, float[] output, Answers right, int batchRows) {
        int width = classes.size();
        for (int row = 0; row < batchRows; row++) {
            int label = right.labels()[row];
            counts[label][highest(output, row * width, width)]++;
            ranks[rank(output, row * width, width, label)]++;
            if (width == 2) {
                ranking.add(output[row * width], output[row * width + 1], label == 1);
            }
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

    /** How many classes come before the label; of equals the first does, so that rank 0 is what {@link #highest} finds. */
    private static int rank(float[] output, int start, int width, int label) {
        int rank = 0;
        for (int i = 0; i < width; i++) {
            boolean equal = output[start + i] == output[start + label];
            rank += output[start + i] > output[start + label] || equal && i < label ? 1 : 0;
        }
        return rank;
    }

    @Override
    public Metrics metrics() {
        ConfusionMatrix confusion = new ConfusionMatrix(classes, counts);
        ClassScores scores = new ClassScores(confusion, ranks, ranking.area());
        return new Metrics(rows, loss / rows, Optional.of(scores), Optional.empty());
    }
}
