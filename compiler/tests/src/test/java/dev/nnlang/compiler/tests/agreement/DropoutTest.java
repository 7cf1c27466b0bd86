package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.runtime.Noise;
import dev.nnlang.training.network.Port;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dropout drops the same elements without vectors and with them, whatever their length and the number of threads, forward and backward. */
@Tag("simd")
class DropoutTest {

    private static final int ROWS = 7;
    private static final long SEED = 5;
    private static final double RATE = 0.4;

    private static final Function<Driver, double[]> OUTPUT = Driver::output;
    private static final Function<Driver, double[]> INPUT_GRADIENT =
            driver -> driver.inputGradients().get(0);

    @ParameterizedTest
    @CsvSource({
        // Whole vectors, a rest, and too few for one.
        "real[5], 64, dense(64) -> dropout(0.4)",
        "real[5], 45, dense(45) -> tanh -> dropout(0.4)",
        "real[5], 3, dense(3) -> dropout(0.4)",
        "image(6x6), 384, 'conv(24, 3x3) -> dropout(0.4) -> flatten'",
    })
    void dropsTheSameOutputs(String input, int outputs, String chain) {
        check(compile(input, outputs, chain), OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({"real[64], dropout(0.4)", "real[45], dropout(0.4) -> tanh"})
    void dropsTheSameGradients(String input, String chain) {
        check(compile(input, 4, chain + " -> dense(4)"), INPUT_GRADIENT);
    }

    private static void check(Compilation compilation, Function<Driver, double[]> what) {
        JavaClasses classes = JavaClasses.compile(compilation.files());
        for (int threads : new int[] {1, 3}) {
            check(Compiled.trainer(compilation, classes, ROWS).threads(threads), what);
            check(Compiled.simdTrainer(compilation, classes, ROWS).threads(threads), what);
        }
    }

    /** What is not dropped is not 0, because no number that it is made of is. */
    private static void check(Driver driver, Function<Driver, double[]> what) {
        Random random = new Random(1);
        driver.trainer().seed(SEED);
        driver.parameters(driver.parameters().stream()
                .map(each -> random.doubles(each.length, 0.1, 1).toArray())
                .toList());
        for (int step = 0; step < 3; step++) {
            long key = Noise.key(SEED, step);
            int[] kept = kept(driver, what);
            int count = what.apply(driver).length;
            int[] expected = IntStream.range(0, count)
                    .filter(place -> Noise.uniform(key, 0, place) >= RATE)
                    .toArray();
            assertWithMessage("%s, step %s", driver.trainer().kernels(), step)
                    .that(kept)
                    .isEqualTo(expected);
        }
    }

    private static int[] kept(Driver driver, Function<Driver, double[]> what) {
        driver.inputs(driver.trainer().inputs().stream()
                .map(each -> filled(ROWS * ((Port.Reals<?>) each).width(), 0.5))
                .toList());
        driver.target(filled(driver.output().length, 100));
        driver.trainer().step(ROWS, 0);
        double[] values = what.apply(driver);
        return IntStream.range(0, values.length).filter(i -> values[i] != 0).toArray();
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    private static Compilation compile(String input, int outputs, String chain) {
        String text = """
                package dropout
                data Row {
                  input  x: %s
                  target y: real[%d]
                }
                network Net for Row { x -> %s -> y }
                train Net { loss: mean_squared_error optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(input, outputs, chain);
        return Compiled.compile("dropout.nn", text, Compiled.FLOAT);
    }
}
