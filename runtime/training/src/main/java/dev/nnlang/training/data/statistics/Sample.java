package dev.nnlang.training.data.statistics;

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
public record Sample(double[] values, long[] counts) implements Statistics {

    @Override
    public Sample through(Transform transform, int element) {
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = transform.apply(values[i], element);
        }
        return new Sample(transformed, counts);
    }

    /** Without what is missing. */
    private Sample present() {
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        double[] knownValues = new double[known.length];
        long[] knownCounts = new long[known.length];
        for (int i = 0; i < known.length; i++) {
            knownValues[i] = values[known[i]];
            knownCounts[i] = counts[known[i]];
        }
        return new Sample(knownValues, knownCounts);
    }

    @Override
    public long known() {
        return Arrays.stream(present().counts).sum();
    }

    @Override
    public double median() {
        return present().middle();
    }

    private double middle() {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long count = Arrays.stream(counts).sum();
        return (atRank(order, (count - 1) / 2) + atRank(order, count / 2)) / 2;
    }

    private double atRank(int[] order, long rank) {
        int next = 0;
        for (long passed = counts[order[0]]; passed <= rank; passed += counts[order[next]]) {
            next++;
        }
        return values[order[next]];
    }

    @Override
    public double mean() {
        return present().meanOfAll();
    }

    private double meanOfAll() {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += counts[i] * values[i];
            count += counts[i];
        }
        return sum / count;
    }

    @Override
    public double deviation() {
        return present().deviationOfAll();
    }

    private double deviationOfAll() {
        double mean = meanOfAll();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            sum += counts[i] * distance * distance;
            count += counts[i];
        }
        return Math.sqrt(sum / count);
    }

    @Override
    public double minimum() {
        return present().minimumOfAll();
    }

    private double minimumOfAll() {
        double minimum = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            minimum = counts[i] > 0 ? Math.min(minimum, values[i]) : minimum;
        }
        return minimum;
    }

    @Override
    public double maximum() {
        return present().maximumOfAll();
    }

    private double maximumOfAll() {
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            maximum = counts[i] > 0 ? Math.max(maximum, values[i]) : maximum;
        }
        return maximum;
    }
}
