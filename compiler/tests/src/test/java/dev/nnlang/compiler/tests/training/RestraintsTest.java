package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What penalties, limits and clipping make of a step of gradient descent whose gradient is known. */
class RestraintsTest {

    private static final double[] WEIGHT = {1, -2, 3, -4};
    private static final double[] BIAS = {1, -1};

    /** Of the loss: input times target, halved because the loss is a mean over two outputs. */
    private static final double[] OF_WEIGHT = {2, -4, 1, -2};

    private static final double[] OF_BIAS = {1, -2};
    private static final double NORM = Math.sqrt(4 + 16 + 1 + 4 + 1 + 4);
    private static final double RATE = 0.1;

    /** Settings, and what they make of a weight w and its gradient g, and of a bias and its gradient. */
    static Stream<Arguments> restraints() {
        return Stream.of(
                given("", (w, g) -> g, (w, g) -> g),
                given("regularize: l1(0.5)", (w, g) -> g + 0.5 * Math.signum(w), (w, g) -> g),
                given("regularize: l2(0.5)", (w, g) -> g + 0.5 * w, (w, g) -> g),
                given("regularize: elastic(l1: 2, l2: 1)", (w, g) -> g + 2 * Math.signum(w) + w, (w, g) -> g),
                given("clip: norm(3)", (w, g) -> 3 * g / NORM, (w, g) -> 3 * g / NORM),
                given("clip: norm(6)", (w, g) -> g, (w, g) -> g),
                given("clip: value(1.5)", RestraintsTest::cut, RestraintsTest::cut),
                given("clip: norm(3) regularize: l2(2)", (w, g) -> 3 * g / NORM + 2 * w, (w, g) -> 3 * g / NORM),
                given(
                        "clip: value(1.5) regularize: l1(2)",
                        (w, g) -> cut(w, g) + 2 * Math.signum(w),
                        (w, g) -> cut(w, g)));
    }

    private static Arguments given(String settings, DoubleBinaryOperator ofWeight, DoubleBinaryOperator ofBias) {
        return Arguments.of(settings, ofWeight, ofBias);
    }

    private static double cut(double w, double g) {
        return Math.max(-1.5, Math.min(1.5, g));
    }

    @ParameterizedTest(name = "step with {0}")
    @MethodSource("restraints")
    void holdBack(String settings, DoubleBinaryOperator ofWeight, DoubleBinaryOperator ofBias) {
        Driver driver = afterStep(settings);

        check(driver.parameters().get(0), moved(WEIGHT, OF_WEIGHT, ofWeight));
        check(driver.parameters().get(1), moved(BIAS, OF_BIAS, ofBias));
    }

    @Test
    void maxNormShortensTheWeightsOfEachUnitThatIsTooLong() {
        Driver driver = afterStep("regularize: max_norm(3.5)");

        double[] free = moved(WEIGHT, OF_WEIGHT, (w, g) -> g);
        double second = Math.hypot(free[1], free[3]);
        assertThat(Math.hypot(free[0], free[2])).isLessThan(3.5);
        check(driver.parameters().get(0), free[0], 3.5 * free[1] / second, free[2], 3.5 * free[3] / second);
        check(driver.parameters().get(1), moved(BIAS, OF_BIAS, (w, g) -> g));
    }

    /** As large as the image, but no kernel. */
    @Test
    void theScaleOfANormIsLeftAlone() {
        String text = """
                data Rows {
                  input  x: real[2]
                  target y: real[2]
                }
                network Net for Rows { x -> reshape(2x1x1) -> layer_norm -> flatten -> y }
                train Net { loss: mean_squared_error optimizer: sgd(rate: 0.1) regularize: l2(1), max_norm(1) until: epoch = 1 }
                """;
        Compilation compilation = Compiled.compile("restraints.nn", text, Compiled.DOUBLE);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 1);
        driver.parameters(List.of(new double[] {3, 4}, new double[] {0, 0}));
        driver.inputs(List.of(new double[] {5, 5}));
        driver.target(new double[] {0, 0});

        driver.trainer().step(1, RATE);

        check(driver.parameters().get(0), 3, 4);
    }

    private static double[] moved(double[] from, double[] gradient, DoubleBinaryOperator direction) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> from[i] - RATE * direction.applyAsDouble(from[i], gradient[i]))
                .toArray();
    }

    private static Driver afterStep(String settings) {
        String text = """
                loss given(y, t) = y * t
                data Rows {
                  input  x: real[2]
                  target y: real[2]
                }
                network Net for Rows { x -> dense(2) -> y }
                train Net { loss: given optimizer: sgd(rate: 0.1) %s until: epoch = 1 }
                """.formatted(settings);
        Compilation compilation = Compiled.compile("restraints.nn", text, Compiled.DOUBLE);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 1);
        driver.parameters(List.of(WEIGHT, BIAS));
        driver.inputs(List.of(new double[] {2, 1}));
        driver.target(new double[] {2, -4});
        driver.trainer().step(1, RATE);
        return driver;
    }

    private static void check(double[] actual, double... expected) {
        assertThat(actual).usingTolerance(1e-14).containsExactly(expected).inOrder();
    }
}
