package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that lie inside larger ones, or must not, because somebody needs them as they are. */
class PaddedImagesTest {

    private static final List<String> CHAINS = List.of(
            // From one convolution to the next, and the gradient back.
            "conv(2, 3x3, padding: same) -> batch_norm -> tanh -> conv(3, 3x3, padding: same) -> batch_norm",
            // More padding behind than before, and windows that skip pixels.
            "conv(2, 2x2, padding: same) -> tanh -> conv(3, 4x4, padding: same, stride: 2) -> tanh",
            // A narrow margin inside a wide one; poolings with and without padding, and a convolution that needs none.
            "conv(2, 1x1) -> tanh -> ( conv(2, 3x3, padding: same) | conv(1, 5x5, padding: same)"
                    + " | average_pool(3x3, stride: 1, padding: same) | conv(1, 1x1)"
                    + " | max_pool(3x3, stride: 1, padding: same) ) -> concat",
            // Margins of which neither is inside the other.
            "conv(2, 1x1) -> tanh -> ( conv(2, 5x1, padding: same) | conv(2, 1x5, padding: same) ) -> concat",
            // A pooling writes into the middle of a larger image.
            "average_pool(2x2) -> conv(2, 3x3, padding: same) -> tanh",
            "depthwise_conv(3x3, padding: same) -> tanh -> depthwise_conv(3x3, padding: same, stride: 2)",
            "conv(2, 3x3, padding: same) -> tanh -> ( conv(2, 3x3, padding: same) -> tanh | identity ) -> add",
            // Needed in order, and with margins.
            "conv(2, 3x3, padding: same) -> tanh -> ( conv(2, 3x3, padding: same) -> tanh | identity ) -> concat",
            "dense(18) -> tanh -> reshape(3x3x2) -> conv(2, 3x3, padding: same) -> tanh",
            "conv(2, 3x3, padding: same) -> prelu -> conv(2, 3x3, padding: same)");

    private static final List<Compilation> COMPILATIONS = IntStream.range(0, CHAINS.size())
            .mapToObj(i -> Compiled.compile("padded.nn", text(i), Compiled.DOUBLE))
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

    @ParameterizedTest
    @MethodSource("chains")
    void agree(int chain) {
        new Agreement()
                .check(Subject.of(text(chain), 3), rows -> Compiled.trainer(COMPILATIONS.get(chain), classes, rows));
    }

    /** What the caller gives, and what is concatenated. */
    @Test
    void copyOnlyWhatIsNeededInOrder() {
        assertThat(copies(0)).containsExactly("imagePadded");
        assertThat(copies(7)).containsExactly("imagePadded", "tanh1Padded");
    }

    /** The padded images that are assigned elements of another image. */
    private static List<String> copies(int chain) {
        return COMPILATIONS
                .get(chain)
                .dumps()
                .get(Stage.PROGRAM)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\w+Padded\\[n\\].* = \\w+\\[n\\]\\[\\w+\\]\\[\\w+\\]\\[\\w+\\]"))
                .map(line -> line.substring(0, line.indexOf('[')))
                .distinct()
                .toList();
    }

    private static String text(int chain) {
        return """
                package padded%d
                data Patch {
                  input  image: image(6x6)
                  target kind:  one of a, b, c
                }
                network Net for Patch { image -> %s -> flatten -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(chain, CHAINS.get(chain));
    }
}
