package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.Memory;
import dev.nnlang.compiler.tests.harness.Predictor;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that share an array do not meet in it, and what {@code nn explain} says of memory is what the constructors make. */
class SharedArraysTest {

    private static final int FIRST = 700;
    private static final int COUNT = 24;
    private static final int BATCH = 11;
    private static final double RATE = 0.01;

    private static final Pattern TRAINING = Pattern.compile("training with batches of " + BATCH + " +([\\d,]+)");
    private static final Pattern PREDICTING = Pattern.compile("predicting, for each row +([\\d,]+)");
    private static final Pattern FRAMED = Pattern.compile("(?m)^computed (\\w+)\\[n]\\S*, margins");

    private static final Generated FLOAT = new Generated(Compiled.FLOAT);

    static Stream<RandomNetwork> networks() {
        return IntStream.range(FIRST, FIRST + COUNT)
                .mapToObj(RandomNetwork::of)
                .map(each -> new RandomNetwork(
                        each.seed(), each.text().replace("until: epoch", "batch: " + BATCH + " until: epoch")));
    }

    @BeforeAll
    static void compileAll() {
        FLOAT.compile(networks().toList());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noPassReadsWhatItHasNotWritten(RandomNetwork network) {
        Set<String> framed = matches(FRAMED, FLOAT.compilation(network).dumps().get(Stage.PROGRAM))
                .collect(Collectors.toSet());
        for (boolean simd : new boolean[] {false, true}) {
            assertWithMessage(network.text())
                    .that(passes(network, simd, driver -> Memory.spoil(driver.trainer(), framed)))
                    .isEqualTo(passes(network, simd, driver -> {}));
        }
    }

    /** All bits that some passes leave behind. */
    private static double[] passes(RandomNetwork network, boolean simd, Consumer<Driver> before) {
        Batch batch = Subject.of(network.text(), network.seed()).batch();
        Driver driver = simd ? FLOAT.simdTrainer(network, BATCH) : FLOAT.trainer(network, BATCH);
        driver.threads(1);
        batch.fill(driver);
        DoubleStream left = DoubleStream.empty();
        for (int pass = 0; pass < 6; pass++) {
            before.accept(driver);
            double loss =
                    switch (pass % 3) {
                        case 0 -> driver.trainer().gradient(batch.rows());
                        case 1 -> driver.trainer().evaluate(batch.rows());
                        default -> driver.trainer().step(batch.rows(), RATE);
                    };
            left = DoubleStream.concat(left, DoubleStream.of(loss));
            left = DoubleStream.concat(left, DoubleStream.of(driver.everything()));
        }
        return left.toArray();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void areAsLargeAsExplained(RandomNetwork network) {
        Compilation compilation = FLOAT.compilation(network);
        Driver trainer = FLOAT.trainer(network, BATCH);

        assertThat(Memory.bytes(trainer.trainer())).isEqualTo(bytes(TRAINING, compilation.explanation()));
        assertThat(Memory.bytesOfPass(predictor(network, trainer)))
                .isEqualTo(bytes(PREDICTING, compilation.explanation()));
    }

    /** Without vectors, for which a pass has its weights a second time, in panels. */
    private static Object predictor(RandomNetwork network, Driver trainer) {
        System.setProperty(RandomDialectsTest.SIMD, "false");
        try {
            return Predictor.of(FLOAT.predictor(network), trainer).instance();
        } finally {
            System.clearProperty(RandomDialectsTest.SIMD);
        }
    }

    private static long bytes(Pattern pattern, String explanation) {
        String number = matches(pattern, explanation).findFirst().orElseThrow();
        return Long.parseLong(number.replace(",", ""));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    /** Otherwise nothing has been shown. */
    @Test
    void mostNetworksHaveSome() {
        assertThat(networks()
                        .filter(each -> FLOAT.compilation(each)
                                .dumps()
                                .get(Stage.PROGRAM)
                                .contains("\narray shared1"))
                        .count())
                .isAtLeast(COUNT * 3 / 4);
    }
}
