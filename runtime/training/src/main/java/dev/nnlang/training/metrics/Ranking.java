package dev.nnlang.training.metrics;

import java.util.Arrays;

/**
 * Rows of two classes in the order of a score. The area under the ROC curve is Mann and Whitney's statistic U over the number
 * of pairs (J. Hanley, B. McNeil, "The meaning and use of the area under a receiver operating characteristic curve",
 * 1982): pairs of equal score count half.
 */
final class Ranking {
    private float[] scores = new float[64];
    private boolean[] positive = new boolean[64];
    private int size;

    void add(float score, boolean isPositive) {
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, size + size / 2);
            positive = Arrays.copyOf(positive, size + size / 2);
        }
        scores[size] = score;
        positive[size++] = isPositive;
    }

    /** From 0 to 1; NaN without rows of both classes. */
    double area() {
        long[] sorted = sorted();
        double below = 0;
        double wins = 0;
        long positives = 0;
        for (int from = 0; from < size; ) {
            int end = from;
            long tied = 0;
            while (end < size && sorted[end] >> 1 == sorted[from] >> 1) {
                tied += sorted[end++] & 1;
            }
            long negatives = end - from - tied;
            wins += tied * (below + negatives / 2.0);
            below += negatives;
            positives += tied;
            from = end;
        }
        return positives == 0 || below == 0 ? Double.NaN : wins / (positives * below);
    }

    /** Each score as a whole number of the same order, and behind it whether the row is positive. */
    private long[] sorted() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            // Adding 0 makes -0 and 0 the same.
            int bits = Float.floatToIntBits(scores[i] + 0f);
            long order = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
            keys[i] = order << 1 | (positive[i] ? 1 : 0);
        }
        Arrays.sort(keys);
        return keys;
    }
}
