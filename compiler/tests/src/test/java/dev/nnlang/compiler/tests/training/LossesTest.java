package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses that PyTorch's figures leave out. */
class LossesTest {

    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /** Scores of cat, car and frog for an image of each, from the notes of Stanford's CS231n: losses 2.9, 0 and 12.9. */
    private static final double[] SCORES = {3.2, 5.1, -1.7, 1.3, 4.9, 2.0, 2.2, 2.5, -3.1};

    private static final double[] RIGHT = {0, 1, 2};

    @Test
    void hingeIsThatOfTheLecture() {
        Driver driver = driver("-> y", "hinge");

        assertThat(driver.trainer().gradient(3)).isWithin(1e-12).of((2.9 + 0 + 12.9) / 3);
        // A wrong class within the margin pulls by 1, the right one pushes once for each of them.
        check(driver.inputGradients().get(0), 3, -1, 1, 0, 0, 0, 0, 1, 1, -2);
    }

    @Test
    void squaredHingeSquaresEachDistance() {
        Driver driver = driver("-> y", "squared_hinge");

        assertThat(driver.trainer().gradient(3)).isWithin(1e-12).of((2.9 * 2.9 + 6.3 * 6.3 + 6.6 * 6.6) / 3);
        check(driver.inputGradients().get(0), 3, -5.8, 5.8, 0, 0, 0, 0, 12.6, 13.2, -25.8);
    }

    /** PyTorch's definition, written out: each row's target spread over the classes, each class with its weight. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.1, 1, 1", "0, 5, 0.5", "0.3, 5, 0.5"})
    void crossEntropySmoothsLabelsAndWeighsClasses(double smoothing, double first, double third) {
        double[] weights = {first, 1, third};
        double sum = 0;
        double divisor = 0;
        for (int n = 0; n < 3; n++) {
            double total = 0;
            for (int c = 0; c < 3; c++) {
                total += Math.exp(SCORES[3 * n + c]);
            }
            for (int c = 0; c < 3; c++) {
                double target = (c == RIGHT[n] ? 1 - smoothing : 0) + smoothing / 3;
                sum -= target * weights[c] * Math.log(Math.exp(SCORES[3 * n + c]) / total);
            }
            divisor += weights[(int) RIGHT[n]];
        }
        String options = "(smoothing: " + smoothing + ", weights: per_class(y_0: " + first + ", y_2: " + third + "))";

        Driver driver = driver("-> softmax -> y", "cross_entropy" + options);

        assertThat(driver.trainer().gradient(3)).isWithin(1e-12).of(sum / divisor);
    }

    private static Driver driver(String end, String loss) {
        String text = """
                data Rows {
                  input  x: real[3]
                  target y: one of 0..2
                }
                network Net for Rows { x -> dense(3, bias: false) %s }
                train Net { loss: %s optimizer: adam until: epoch = 1 }
                """.formatted(end, loss);
        Compilation compilation = Compiled.compile("loss.nn", text, Compiled.DOUBLE);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 3);
        driver.parameters(List.of(IDENTITY));
        driver.inputs(List.of(SCORES));
        driver.target(RIGHT);
        return driver;
    }

    /** Checks {@code actual} times {@code rows}. */
    private static void check(double[] actual, int rows, double... expected) {
        assertThat(actual).hasLength(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(rows * actual[i]).isWithin(1e-12).of(expected[i]);
        }
    }
}
