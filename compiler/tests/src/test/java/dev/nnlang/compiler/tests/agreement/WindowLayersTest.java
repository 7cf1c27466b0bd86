package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers with windows of every kind: what they compute and pass back, in both dialects. */
class WindowLayersTest {

    private static final List<String> CHAINS = List.of(
            // Filters with holes.
            "conv(3, 3x3, dilation: 2) -> tanh",
            "conv(2, 2x3, dilation: 2x1, stride: 2, padding: 1) -> tanh -> conv(2, 3x3, dilation: 3, padding: same)",
            "conv(8, 3x3, padding: same) -> tanh -> conv(8, 3x3, dilation: 2, padding: same) -> batch_norm",
            "depthwise_conv(3x3, dilation: 2, padding: same) -> tanh");

    private static final List<Compilation> COMPILATIONS = IntStream.range(0, CHAINS.size())
            .mapToObj(i -> Compiled.compile("windows.nn", text(i), Compiled.DOUBLE))
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

    private static String text(int chain) {
        return """
                package windows%d
                data Patch {
                  input  image: image(6x6x2)
                  target kind:  one of a, b, c
                }
                network Net for Patch { image -> %s -> flatten -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(chain, CHAINS.get(chain));
    }
}
