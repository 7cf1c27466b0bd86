package samples.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTest {

    /** As the benchmark in Python prints it. */
    private static final String LINE = "torch          lenet    train       25427.0 us/step           2517 rows/s";

    @Test
    void printsAndReadsTheFormThatAllPeersShare() {
        Result result = new Result("torch", Workload.LENET, Kind.TRAIN, 25427);
        assertThat(result.toString()).isEqualTo(LINE);
        assertThat(Result.parse(LINE).orElseThrow()).isEqualTo(result);
    }

    @Test
    void passesOverOtherLines() {
        assertThat(Result.parse("# lenet: SIMD, 512 bits; 2 threads").isPresent()).isFalse();
    }

    @Test
    void countsTheOperationsOfProducts() {
        assertThat(Workload.MLP.inferenceFlop()).isEqualTo(2 * (784 * 256 + 256 * 128 + 128 * 10));
        assertThat(Workload.MLP.trainingFlop()).isEqualTo(3 * 469_504 - 2 * 784 * 256);
        assertThat(Workload.LENET.inferenceFlop())
                .isEqualTo(2 * (24 * 24 * 20 * 25 + 8 * 8 * 50 * 500 + 800 * 500 + 500 * 10));
    }

    @Test
    void comparesWithTheFastestOther() {
        Comparison comparison = new Comparison(
                List.of(
                        new Result("nnlang", Workload.MLP, Kind.TRAIN, 500),
                        new Result("djl", Workload.MLP, Kind.TRAIN, 1500),
                        new Result("jax", Workload.MLP, Kind.TRAIN, 1000)),
                200);
        assertThat(comparison.toString()).contains("2.00 times as fast as jax");
        assertThat(comparison.toString()).contains("0.64 of the peak");
    }
}
