package dev.nnlang.training.data;

import dev.nnlang.runtime.Transform;

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
