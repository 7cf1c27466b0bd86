package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of {@link RandomNetworksTest} as users run them: in {@code float}, without and with vectors, by any number of threads. */
@Tag("simd")
class RandomDialectsTest {

    /** One network of so many is trained by several threads too: where other processes keep the cores busy, they wait long for one another. */
    private static final int SHARED = 5;

    private static final int STEPS = 2;
    private static final double RATE = 0.01;

    /** A predictor chooses its dialect itself, but for this. */
    static final String SIMD = "nnlang.simd";

    private static int refused;

    private static final Generated FLOAT = new Generated(Compiled.FLOAT);

    static Stream<RandomNetwork> networks() {
        return RandomNetwork.chosen();
    }

    @BeforeAll
    static void compileAll() {
        FLOAT.compile(networks().toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithoutVectors(RandomNetwork network) {
        System.setProperty(SIMD, "false");
        try {
            check(network, rows -> FLOAT.trainer(network, rows));
        } finally {
            System.clearProperty(SIMD);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithVectors(RandomNetwork network) {
        check(network, rows -> FLOAT.simdTrainer(network, rows));
    }

    /** Each is tried twice. */
    @AfterAll
    static void mostAreCompared() {

        assertThat(refused).isAtMost(2 + RandomNetwork.COUNT / 5);
    }

    private static void check(RandomNetwork network, IntFunction<Driver> trainer) {
        Subject subject = Subject.of(network.text(), network.seed());
        if (subject.isForFloat()) {
            Agreement.checkInFloat(subject, rows -> trainer.apply(rows).threads(1));
        } else {
            refused++;
        }
        Agreement.checkPredictor(subject, rows -> trainer.apply(rows).threads(1), FLOAT.predictor(network));
        if (network.seed() % SHARED == 0) {
            checkThreads(subject, trainer);
        }
    }

    private static void checkThreads(Subject subject, IntFunction<Driver> trainer) {
        double[] alone = trained(subject, trainer, 1);
        for (int threads : new int[] {2, 4}) {
            assertWithMessage("%s threads, %s", threads, subject.text())
                    .that(trained(subject, trainer, threads))
                    .isEqualTo(alone);
        }
    }

    /** All bits that some steps leave. */
    private static double[] trained(Subject subject, IntFunction<Driver> trainer, int threads) {
        Driver driver = trainer.apply(subject.rows()).threads(threads);
        subject.batch().fill(driver);
        for (int step = 0; step < STEPS; step++) {
            driver.trainer().step(subject.rows(), RATE);
        }
        return driver.everything();
    }
}
