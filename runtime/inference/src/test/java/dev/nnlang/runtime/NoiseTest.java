package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds are five standard deviations of what evenly distributed, independent numbers would show. */
class NoiseTest {
    private static final int COUNT = 1 << 20;
    private static final double DEVIATIONS = 5 / Math.sqrt(COUNT);
    private static final long KEY = Noise.key(1, 0);

    /** Trainings that people have published depend on these bits; they were computed by another program. */
    @Test
    void staysAsItIs() {
        long key = Noise.key(42, 3);
        assertThat(key).isEqualTo(3069497704473277141L);
        assertThat(Noise.uniform(key, 0, 0)).isEqualTo(0.8024216890335083f);
        assertThat(Noise.uniform(key, 0, 1)).isEqualTo(0.1952425241470337f);
        assertThat(Noise.uniform(key, 7, 123456)).isEqualTo(0.42659246921539307f);
    }

    @Test
    void isEvenlyDistributed() {
        for (int stream = 0; stream < 4; stream++) {
            int own = stream;
            double mean = mean(i -> Noise.uniform(KEY, own, i));
            double variance = mean(i -> square(Noise.uniform(KEY, own, i) - 0.5));
            assertThat(mean).isWithin(DEVIATIONS * Math.sqrt(1 / 12.0)).of(0.5);
            assertThat(variance).isWithin(DEVIATIONS * Math.sqrt(1 / 180.0)).of(1 / 12.0);
        }
    }

    @Test
    void fillsAllPartsAlike() {
        int parts = 1 << 10;
        for (int step = 0; step < 8; step++) {
            long key = Noise.key(1, step);
            int[] seen = new int[parts];
            for (int i = 0; i < COUNT; i++) {
                seen[(int) (Noise.uniform(key, 0, i) * parts)]++;
            }
            double expected = (double) COUNT / parts;
            double chiSquare = IntStream.of(seen)
                    .mapToDouble(each -> square(each - expected) / expected)
                    .sum();
            assertThat(chiSquare).isWithin(5 * Math.sqrt(2 * parts)).of(parts - 1);
        }
    }

    @Test
    void isZeroOrOneInEachBitHalfOfTheTime() {
        for (int bit = 1; bit <= 23; bit++) {
            int scale = 1 << bit;
            double ones = mean(i -> (int) (Noise.uniform(KEY, 0, i) * scale) & 1);
            assertWithMessage("bit %s", bit).that(ones).isWithin(DEVIATIONS / 2).of(0.5);
        }
    }

    @Test
    void neighboursAreIndependent() {
        for (int distance : new int[] {1, 2, 3, 4, 8, 10, 16, 64, 100, 128, 256, 784, 1024, 4096, 65536}) {
            assertIndependent("distance " + distance, i -> Noise.uniform(KEY, 0, i + distance));
        }
    }

    @Test
    void stepsAreIndependent() {
        for (int step = 1; step <= 16; step++) {
            long key = Noise.key(1, step);
            assertIndependent("step " + step, i -> Noise.uniform(key, 0, i));
        }
    }

    @Test
    void streamsAreIndependent() {
        for (int stream = 1; stream <= 16; stream++) {
            int other = stream;
            assertIndependent("stream " + stream, i -> Noise.uniform(KEY, other, i));
        }
    }

    @Test
    void seedsAreIndependent() {
        for (int seed : new int[] {0, 2, 3, -1, 1 << 16, Integer.MAX_VALUE}) {
            long key = Noise.key(seed, 0);
            assertIndependent("seed " + seed, i -> Noise.uniform(key, 0, i));
        }
    }

    /** One place, step after step, as one unit's dropout sees it. */
    @Test
    void aPlaceIsIndependentFromStepToStep() {
        double mean = mean(step -> Noise.uniform(Noise.key(1, step), 0, 5));
        double product = mean(step ->
                (Noise.uniform(Noise.key(1, step), 0, 5) - 0.5) * (Noise.uniform(Noise.key(1, step + 1), 0, 5) - 0.5));
        assertThat(mean).isWithin(DEVIATIONS * Math.sqrt(1 / 12.0)).of(0.5);
        assertThat(product).isWithin(DEVIATIONS / 12).of(0);
    }

    /** In value, and in what dropout with any rate makes of them: which are below a limit. */
    private static void assertIndependent(String what, IntToDoubleFunction other) {
        double product = mean(i -> (Noise.uniform(KEY, 0, i) - 0.5) * (other.applyAsDouble(i) - 0.5));
        assertWithMessage(what).that(product).isWithin(DEVIATIONS / 12).of(0);
        for (double rate : new double[] {0.1, 0.5}) {
            double both = mean(i -> Noise.uniform(KEY, 0, i) < rate && other.applyAsDouble(i) < rate ? 1 : 0);
            double expected = rate * rate;
            assertWithMessage("%s, rate %s", what, rate)
                    .that(both)
                    .isWithin(DEVIATIONS * Math.sqrt(expected * (1 - expected)))
                    .of(expected);
        }
    }

    private static double mean(IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += value.applyAsDouble(i);
        }
        return sum / COUNT;
    }

    private static double square(double x) {
        return x * x;
    }
}
