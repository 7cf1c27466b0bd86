package dev.nnlang.training.metrics;

import java.util.Arrays;

/**
 * Rows of two classes in the order of a score. The area under the ROC curve is Mann and Whitney's statistic U over the number
 * of pairs (J. Hanley, B. McNeil, "The meaning and use of the area under a receiver operating characteristic curve",
 * 1982): pairs of equal score count half.
 */
final class Ranking {

    /** How far two probabilities in float may be from making 1. */
    private static final float ROUNDING = 1e-5f;

    private float[] first = new float[64];
    private float[] second = new float[64];
    private boolean[] positive = new boolean[64];
    private int size;
    private boolean probabilities = true;

    /** A row, with what the network says of the first class and of the second. */
    void add(float ofFirst, float ofSecond, boolean isSecond) {
        if (size == positive.length) {
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            positive = Arrays.copyOf(positive, 2 * size);
        }
        first[size] = ofFirst;
        second[size] = ofSecond;
        positive[size++] = isSecond;
        probabilities &= ofFirst >= 0 && ofSecond >= 0 && Math.abs(ofFirst + ofSecond - 1) < ROUNDING;
    }

    /** From 0 to 1; NaN without rows of both classes. */
    double area() {
        double[] positives = scores(true);
        double[] negatives = scores(false);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double score : positives) {
            while (below < negatives.length && negatives[below] < score) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negatives.length && negatives[upTo] == score) {
                upTo++;
            }
            wins += below + (upTo - below) / 2.0;
        }
        // 0 / 0 is NaN: there is no pair.
        return wins / ((double) positives.length * negatives.length);
    }

    /** Those of one class in order. */
    private double[] scores(boolean ofSecond) {
        double[] scores = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (positive[i] == ofSecond) {
                scores[count++] = score(i);
            }
        }
        Arrays.sort(scores, 0, count);
        return Arrays.copyOf(scores, count);
    }

    /** Log-odds tell the certain ones apart, whose probabilities differ by less than a float can show beside 1. */
    private double score(int row) {
        double score = probabilities ? Math.log(second[row]) - Math.log(first[row]) : (double) second[row] - first[row];
        // Adding 0 makes -0 and 0 the same.
        return score + 0;
    }
}
