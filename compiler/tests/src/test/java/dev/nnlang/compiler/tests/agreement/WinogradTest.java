package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions that Winograd's filtering computes, of images that no patches fill and of channels that no vectors fill. */
@Tag("simd")
class WinogradTest {

    private static final String WINOGRAD = "by Winograd's F(4x4, 3x3)";

    private static final List<String> SIZES = List.of("12x16x3", "13x13x3", "6x9x3", "7x14x16", "10x11x2");

    private static final List<String> CHAINS = List.of(
            "image -> conv(32, 3x3, padding: 1) -> relu -> conv(16, 3x3, padding: 1) -> tanh",
            "image -> conv(17, 3x3, padding: 1) -> tanh -> conv(20, 3x3, padding: same) -> relu -> conv(40, 3x3, padding: 1)",
            "image -> conv(50, 1x1) -> conv(33, 3x3, padding: 1) -> batch_norm -> relu -> average_pool(2x2)",
            "image -> conv(19, 3x3, padding: 1) -> conv(64, 3x3, padding: 1) -> sigmoid",
            // Without margins, and two ways to one image.
            "image -> conv(24, 3x3, padding: 2) -> tanh -> conv(18, 3x3) -> ( conv(18, 3x3, padding: 1) | identity ) -> add");

    private static final List<Compilation> COMPILATIONS = IntStream.range(0, CHAINS.size())
            .mapToObj(i -> Compiled.compile("winograd.nn", text(i), Compiled.FLOAT))
            .toList();

    private static JavaClasses classes;

    static Stream<Integer> chains() {
        return IntStream.range(0, CHAINS.size()).boxed();
    }

    @BeforeAll
    static void compileAll() {
        classes = JavaClasses.compile(COMPILATIONS.stream()
                .flatMap(compilation -> compilation.files().stream())
                .toList());
    }

    private static String text(int chain) {
        return """
                package winograd%d
                data Picture {
                  input  image: image(%s)
                  target kind:  one of a, b, c
                }
                network Net for Picture { %s -> flatten -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(chain, SIZES.get(chain), CHAINS.get(chain));
    }

    /** Forward, the gradients of images and weights, and the predictor's, whose weights are transformed once. */
    @ParameterizedTest
    @MethodSource("chains")
    void agreeWithTheInterpreter(int chain) {
        assertThat(COMPILATIONS.get(chain).dumps().get(Stage.PROGRAM)).contains(WINOGRAD);
        Subject subject = Subject.of(text(chain), 3 + chain);
        Class<?> predictor =
                classes.load(COMPILATIONS.get(chain).networks().get(0).predictor());

        Agreement.checkInFloat(subject, rows -> trainer(chain, rows).threads(1));
        Agreement.checkPredictor(subject, rows -> trainer(chain, rows).threads(1), predictor);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void leaveTheSameBitsWhateverTheThreads(int chain) {
        double[] alone = trained(chain, 1);
        for (int threads : new int[] {2, 3, 4}) {
            assertWithMessage("%s threads", threads)
                    .that(trained(chain, threads))
                    .isEqualTo(alone);
        }
    }

    private static double[] trained(int chain, int threads) {
        Subject subject = Subject.of(text(chain), 5);
        Driver driver = trainer(chain, subject.rows()).threads(threads);
        subject.batch().fill(driver);
        for (int step = 0; step < 2; step++) {
            driver.trainer().step(subject.rows(), 0.01);
        }
        return driver.everything();
    }

    private static Driver trainer(int chain, int rows) {
        return Compiled.simdTrainer(COMPILATIONS.get(chain), classes, rows);
    }

    @Test
    void computesOutputsAndBothGradients() {
        List<String> sums = COMPILATIONS
                .get(0)
                .dumps()
                .get(Stage.PROGRAM)
                .lines()
                .filter(line -> line.contains(WINOGRAD))
                .map(line -> line.substring(line.indexOf("contract ") + "contract ".length(), line.indexOf('[')))
                .toList();
        assertThat(sums).containsAtLeast("tanh1", "dRelu1Padded", "dConv2Weight");
    }

    @Test
    void isChosenWhereItPays() {
        assertThat(isChosen("conv(16, 3x3, padding: 1)", "12x12x16")).isTrue();
        assertThat(isChosen("conv(16, 3x3)", "12x12x16")).isTrue();
        // Few channels, other windows, other strides, few patches, patches that lie mostly outside, many weights.
        assertThat(isChosen("conv(15, 3x3, padding: 1)", "12x12x16")).isFalse();
        assertThat(isChosen("conv(16, 3x3, padding: 1)", "12x12x15")).isFalse();
        assertThat(isChosen("conv(16, 5x5, padding: 2)", "12x12x16")).isFalse();
        assertThat(isChosen("conv(16, 3x3, padding: 1, stride: 2)", "12x12x16")).isFalse();
        assertThat(isChosen("conv(16, 3x3, padding: 1)", "4x4x16")).isFalse();
        assertThat(isChosen("conv(16, 3x3, padding: 1)", "5x5x16")).isFalse();
        assertThat(isChosen("conv(512, 3x3, padding: 1)", "8x8x512")).isFalse();
    }

    private static boolean isChosen(String convolution, String size) {
        String text = """
                package chosen
                data Picture {
                  input  image: image(%s)
                  target kind:  one of a, b, c
                }
                network Net for Picture { image -> %s -> flatten -> dense(classes) -> softmax -> kind }
                """.formatted(size, convolution);
        return Compiled.compile("chosen.nn", text, Compiled.FLOAT)
                .dumps()
                .get(Stage.PROGRAM)
                .contains(WINOGRAD);
    }
}
