package dev.nnlang.training.data;

import dev.nnlang.runtime.Transform;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The training values of one element of a column: what statistics are taken of. Sums are in double precision.
 *
 * @param values distinct ones or not
 * @param counts how often each occurs
 */
record Sample(float[] values, long[] counts) {

    /** The sample after a transform. */
    Sample through(Transform transform, int element) {
        float[] transformed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = transform.apply(values[i], element);
        }
        return new Sample(transformed, counts);
    }

    /** Without what is missing. */
    Sample known() {
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Float.isNaN(values[i]))
                .toArray();
        float[] knownValues = new float[known.length];
        long[] knownCounts = new long[known.length];
        for (int i = 0; i < known.length; i++) {
            knownValues[i] = values[known[i]];
            knownCounts[i] = counts[known[i]];
        }
        return new Sample(knownValues, knownCounts);
    }

    long count() {
        return Arrays.stream(counts).sum();
    }

    /** The value in the middle of all in order; between two, their mean. */
    double median() {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long count = count();
        return (atRank(order, (count - 1) / 2) + (double) atRank(order, count / 2)) / 2;
    }

    private float atRank(int[] order, long rank) {
        int next = 0;
        for (long passed = counts[order[0]]; passed <= rank; passed += counts[order[next]]) {
            next++;
        }
        return values[order[next]];
    }

    double mean() {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += counts[i] * (double) values[i];
            count += counts[i];
        }
        return sum / count;
    }

    /** The root of the mean squared distance from the mean. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            sum += counts[i] * distance * distance;
            count += counts[i];
        }
        return Math.sqrt(sum / count);
    }

    float minimum() {
        float minimum = Float.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            minimum = counts[i] > 0 ? Math.min(minimum, values[i]) : minimum;
        }
        return minimum;
    }

    float maximum() {
        float maximum = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            maximum = counts[i] > 0 ? Math.max(maximum, values[i]) : maximum;
        }
        return maximum;
    }
}
