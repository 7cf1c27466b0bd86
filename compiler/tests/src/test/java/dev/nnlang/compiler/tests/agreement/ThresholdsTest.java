package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.tests.harness.Compiled;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks of two dense layers on both sides of every width at which the schedule changes its mind, in every combination. Random networks seldom
 * have two such layers, one after the other.
 */
@Tag("simd")
class ThresholdsTest {

    /**
     * 1: a single column. 4, 5: the most columns whose sums grow in variables. 7, 8, 9: the shortest loop with vectors, the height of a tile.
     * 16, 17: a vector fills a row, or leaves one element. 255, 256: threads share rows, or columns.
     */
    private static final int[] WIDTHS = {1, 4, 5, 7, 8, 9, 16, 17, 255, 256};

    private static final int[] LAST_WIDTHS = {1, 5, 8, 256};

    /** Of the second layer. */
    private static final int MOST_WEIGHTS = 2_000;

    private static final Generated FLOAT = new Generated(Compiled.FLOAT);

    private static final List<RandomNetwork> NETWORKS = pairs();

    /** Every width first, before one on each side of those that matter for a last layer. */
    private static List<RandomNetwork> pairs() {
        return IntStream.range(0, WIDTHS.length * LAST_WIDTHS.length)
                .mapToObj(i -> network(i, WIDTHS[i / LAST_WIDTHS.length], LAST_WIDTHS[i % LAST_WIDTHS.length]))
                .toList();
    }

    private static RandomNetwork network(int seed, int hidden, int outputs) {
        return new RandomNetwork(seed, """
                package thresholds.n%d
                data Rows { input a, b: real  target y: real[%d] }
                network Net for Rows { input -> dense(%d) -> relu -> dense(%d) -> y }
                train Net { loss: mean_squared_error  optimizer: sgd(rate: 0.1, momentum: 0.9)  until: epoch = 1 }
                """.formatted(seed, outputs, hidden, outputs));
    }

    /** All are compiled; those that the interpreter computes at once are compared. */
    static Stream<RandomNetwork> networks() {
        return NETWORKS.stream().filter(network -> weights(network) <= MOST_WEIGHTS);
    }

    private static int weights(RandomNetwork network) {
        return WIDTHS[network.seed() / LAST_WIDTHS.length] * LAST_WIDTHS[network.seed() % LAST_WIDTHS.length];
    }

    @BeforeAll
    static void compileAll() {
        FLOAT.compile(NETWORKS);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithTheInterpreter(RandomNetwork network) {
        Subject subject = Subject.of(network.text(), network.seed());
        Agreement.checkInFloat(subject, rows -> FLOAT.simdTrainer(network, rows));
        Agreement.checkPredictor(subject, rows -> FLOAT.simdTrainer(network, rows), FLOAT.predictor(network));
    }
}
