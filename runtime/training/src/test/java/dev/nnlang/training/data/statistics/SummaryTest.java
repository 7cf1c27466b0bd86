package dev.nnlang.training.data.statistics;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.Impute;
import dev.nnlang.runtime.Scale;
import dev.nnlang.runtime.Standardize;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that went by have the statistics of values that are kept. */
class SummaryTest {

    private static final double[] VALUES = {1000.5, Double.NaN, 1001, 999.25, Double.NaN, 1004, 1000};

    @Test
    void agreesWithTheSampleOfTheSameValues() {
        long[] once = new long[VALUES.length];
        Arrays.fill(once, 1);
        Statistics sample = new Sample(VALUES, once);
        Summary summary = new Summary();
        for (double value : VALUES) {
            summary.add(value);
        }
        assertThat(summary.known()).isEqualTo(5);
        assertThat(sample.known()).isEqualTo(5);
        assertThat(sample.median()).isEqualTo(1000.5);
        same(summary, sample);

        Impute impute = new Impute(new double[] {990});
        Standardize standardize = new Standardize(new double[] {998}, new double[] {4});
        Scale scale = new Scale(new double[] {-2}, new double[] {2}, 0, 1);
        Statistics filled = summary.through(impute, 0);
        Statistics filledSample = sample.through(impute, 0);
        same(filled, filledSample);
        same(
                filled.through(standardize, 0).through(scale, 0),
                filledSample.through(standardize, 0).through(scale, 0));
    }

    private static void same(Statistics summary, Statistics sample) {
        for (List<Double> pair :
                List.of(List.of(summary.mean(), sample.mean()), List.of(summary.deviation(), sample.deviation()))) {
            assertThat(pair.get(0)).isWithin(1e-4).of(pair.get(1));
        }
        if (sample.known() == VALUES.length) {
            assertThat(summary.minimum()).isEqualTo(sample.minimum());
            assertThat(summary.maximum()).isEqualTo(sample.maximum());
        }
    }
}
