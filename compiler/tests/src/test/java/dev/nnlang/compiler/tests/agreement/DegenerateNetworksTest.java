package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in which something comes to nothing still compile, and compute what they say. */
class DegenerateNetworksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activation f(x; learn a = 1) = x + 0 * a             | dense(3) -> f -> dense(2)",
                "activation f(x; learn a = 1 per channel) = x + 0 * a | dense(3) -> f -> dense(2)",
                "activation f(x) = sign(x)                            | dense(3) -> f -> dense(2)",
                "activation f(x) = 2 + 0 * x                          | dense(3) -> f -> dense(2)",
                "activation f(x) = 2 + 0 * x                          | dense(2) -> f",
                "activation f(x) = 2 + 0 * x                          | f -> dense(2)",
                "''                                                   | identity -> dense(2) -> identity -> identity",
                "''                                                   | dense(2) -> softmax -> softmax -> softmax",
                "''                                                   | dense(1) -> softmax -> dense(2)",
                "''                                                   | prelu",
                "''                                                   | reshape(1x2x1) -> conv(2, 3x3, padding: same) -> dense(2)",
                "''                                                   | reshape(2x1x1) -> conv(2, 2x1, stride: 2, padding: 1x0) -> dense(2)",
                "''                                                   | reshape(1x1x2) -> depthwise_conv(3x2, padding: 1x1) -> dense(2)",
                "''                                                   | reshape(1x1x2) -> max_pool(3x3, padding: 1) -> dense(2)",
                "''                                                   | dense(1) -> layer_norm -> dense(2)",
                "''                                                   | dense(3) -> batch_norm -> batch_norm -> dense(2)"
            })
    void compute(String declaration, String chain) {
        check(declaration, chain, "mean_squared_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense(2)", "dense(2) -> tanh", "prelu"})
    void computeALossThatDoesNotCare(String chain) {
        check("loss indifferent(y, t) = 0 * y + t", chain, "indifferent");
    }

    /** Values that are an output and something else besides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "real[2]   | real[2]   | let s = x -> dense(2)             s -> y            s -> z",
                "real[2]   | real[2]   | x -> y                            x -> dense(2) -> z",
                "real[2]   | real[2]   | let s = x -> dense(2) -> tanh     s -> y            s -> dense(2) -> z",
                "one of 0..2 | one of 0..2 | let s = x -> dense(3) -> softmax  s -> y            s -> z",
                "one of 0..2 | one of 0..2 | let s = x -> dense(3)             s -> softmax -> y s -> softmax -> z",
                "one of 0..2 | real[2]   | let s = x -> dense(3) -> softmax  s -> y            s -> dense(2) -> z",
                "real[3]   | one of 0..2 | let s = x -> dense(3) -> softmax  s -> y            s -> z",
            })
    void computeTwoOutputs(String first, String second, String body) {
        check("""
                data Row {
                  input  x: real[2]
                  target y: %s
                  target z: %s
                }
                network Net for Row { %s }
                train Net { loss: %s + 0.5 * %s optimizer: sgd(rate: 0.1, momentum: 0.9) until: epoch = 1 }
                """.formatted(first, second, body, loss(first, "y"), loss(second, "z")));
    }

    private static String loss(String type, String target) {
        return (type.startsWith("one of") ? "cross_entropy" : "mean_squared_error") + "(" + target + ")";
    }

    private static void check(String declaration, String chain, String loss) {
        check("""
                %s
                data Row {
                  input  x: real[2]
                  target y: real[2]
                }
                network Net for Row { input -> %s -> y }
                train Net { loss: %s optimizer: sgd(rate: 0.1, momentum: 0.9) until: epoch = 1 }
                """.formatted(declaration, chain, loss));
    }

    private static void check(String text) {
        Compilation compilation = Compiled.compile("degenerate.nn", text, Compiled.DOUBLE);
        JavaClasses classes = JavaClasses.compile(compilation.files());

        new Agreement().check(Subject.of(text, 5), rows -> Compiled.trainer(compilation, classes, rows));
        JavaClasses.compile(
                Compiled.compile("degenerate.nn", text, Options.DEFAULT).files());
    }
}
