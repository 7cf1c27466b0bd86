package dev.nnlang.training.data;

import static com.google.common.truth.Truth.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    /** Results that people have published depend on these bits; they were computed by another program. */
    @Test
    void staysAsItIs() {
        RandomStream random = RandomStream.of(42, "dense1.weight");
        assertThat(random.nextDouble()).isEqualTo(0.863218046314654);
        assertThat(random.nextGaussian()).isEqualTo(-0.7025293097297817);
        assertThat(random.nextInt(1000)).isEqualTo(291);
    }

    @Test
    void isNormal() {
        RandomStream random = RandomStream.of(1, "test");
        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        double mean = IntStream.range(0, draws.length)
                .mapToDouble(i -> draws[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, draws.length)
                .mapToDouble(i -> draws[i] * draws[i])
                .average()
                .orElseThrow();
        assertThat(mean).isWithin(0.01).of(0);
        assertThat(square).isWithin(0.02).of(1);
    }

    @Test
    void shufflesEveryOrderAlikeOften() {
        int[] seen = new int[27];
        RandomStream random = RandomStream.of(1, "order");
        for (int i = 0; i < 6000; i++) {
            int[] values = {0, 1, 2};
            random.shuffle(values);
            seen[values[0] * 9 + values[1] * 3 + values[2]]++;
        }
        int[] orders = IntStream.of(seen).filter(count -> count > 0).toArray();
        assertThat(orders).hasLength(6);
        IntStream.of(orders)
                .forEach(count -> assertThat((double) count).isWithin(150).of(1000));
    }
}
