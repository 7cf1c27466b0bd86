package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large weights, which a step changes where it computes their gradient. A limit for the whole gradient, so high that it changes nothing, needs all
 * gradients first: it makes the same network without fused updates.
 */
class FusedUpdatesTest {

    private static final int ROWS = 13;
    private static final int STEPS = 3;
    private static final String WITHOUT = " clip: norm(1e30)";

    private static final List<String> OPTIMIZERS = List.of(
            "sgd(rate: 0.1)",
            "sgd(rate: 0.1, momentum: 0.9)",
            "sgd(rate: 0.1, momentum: 0.9, nesterov: true) regularize: l2(0.01)",
            "adagrad(rate: 0.1)",
            "rmsprop(rate: 0.01, momentum: 0.5) regularize: l1(0.001)",
            "adam(rate: 0.01) regularize: max_norm(0.5)",
            "adamw(rate: 0.01) regularize: elastic(l1: 0.001, l2: 0.01)");

    private static final Map<String, Compilation> COMPILATIONS = new LinkedHashMap<>();
    private static JavaClasses classes;

    static List<String> optimizers() {
        return OPTIMIZERS;
    }

    @BeforeAll
    static void compileAll() {
        for (String optimizer : OPTIMIZERS) {
            for (String text : List.of(optimizer, optimizer + WITHOUT)) {
                String source = text(COMPILATIONS.size(), text);
                COMPILATIONS.put(text, Compiled.compile("fused.nn", source, Compiled.FLOAT));
            }
        }
        classes = JavaClasses.compile(COMPILATIONS.values().stream()
                .flatMap(compilation -> compilation.files().stream())
                .toList());
    }

    /** No number of rows or columns is a multiple of what a tile or a vector holds; the second layer's weights are few. */
    private static String text(int number, String optimizer) {
        return """
                package fused%d
                data Rows {
                  input  x:    real[301]
                  target kind: one of a, b, c
                }
                network Net for Rows { x -> dense(219) -> tanh -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: %s batch: %d until: epoch = 1 }
                """.formatted(number, optimizer, ROWS);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void changeWeightsByTheSameBits(String optimizer) {
        assertThat(fused(optimizer)).containsExactly("dense1Weight");
        assertThat(fused(optimizer + WITHOUT)).isEmpty();
        for (boolean simd : new boolean[] {false, true}) {
            double[] expected = afterSteps(trainer(optimizer + WITHOUT, simd), 1);
            for (int threads : new int[] {1, 2, 4}) {
                assertWithMessage("vectors: %s, threads: %s", simd, threads)
                        .that(afterSteps(trainer(optimizer, simd), threads))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void gradientsAreThereForThoseWhoAsk() {
        String optimizer = OPTIMIZERS.get(0);
        for (boolean simd : new boolean[] {false, true}) {
            Driver fused = trainer(optimizer, simd);
            Driver unfused = trainer(optimizer + WITHOUT, simd);
            for (Driver driver : List.of(fused, unfused)) {
                fill(driver);
                driver.trainer().gradient(ROWS);
            }
            assertThat(fused.trainer().keepsGradients()).isFalse();
            assertThat(unfused.trainer().keepsGradients()).isTrue();
            for (int i = 0; i < fused.gradients().size(); i++) {
                assertThat(fused.gradients().get(i))
                        .isEqualTo(unfused.gradients().get(i));
            }
        }
    }

    private static List<String> fused(String optimizer) {
        String program = COMPILATIONS.get(optimizer).dumps().get(Stage.PROGRAM);
        String update = program.substring(program.lastIndexOf("\nupdate "));
        return Stream.of(update.split("for |, |\n"))
                .filter(part -> part.endsWith(" as its gradient is computed"))
                .map(part -> part.substring(0, part.indexOf(' ')))
                .toList();
    }

    private static Driver trainer(String optimizer, boolean simd) {
        Compilation compilation = COMPILATIONS.get(optimizer);
        return simd ? Compiled.simdTrainer(compilation, classes, ROWS) : Compiled.trainer(compilation, classes, ROWS);
    }

    private static double[] afterSteps(Driver driver, int threads) {
        fill(driver);
        driver.threads(threads);
        for (int step = 0; step < STEPS; step++) {
            driver.trainer().step(ROWS, 0.1);
        }
        return driver.parameters().stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void fill(Driver driver) {
        Random random = new Random(7);
        driver.inputs(List.of(numbers(ROWS * 301, random)));
        driver.target(random.ints(ROWS, 0, 3).asDoubleStream().toArray());
        List<double[]> parameters = new ArrayList<>();
        driver.parameters().forEach(each -> parameters.add(numbers(each.length, random)));
        driver.parameters(parameters);
    }

    private static double[] numbers(int count, Random random) {
        return random.doubles(count, -0.3, 0.3).toArray();
    }
}
