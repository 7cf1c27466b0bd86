package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trainer evaluates as its network predicts, wherever the layers stand that compute something else while training. */
class EvaluationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "real[2]     | mean_squared_error   | x -> dense(2) -> batch_norm -> y",
                "real[2]     | mean_squared_error   | x -> dense(2) -> dropout(0.4) -> y",
                "real[2]     | huber                | x -> dense(2) -> tanh -> batch_norm -> identity -> y",
                "real[2]     | huber                | x -> dense(2) -> dropout(0.4) -> tanh -> y",
                "real[2]     | mean_squared_error   | x -> batch_norm -> dense(2) -> dropout(0.4) -> batch_norm -> y",
                "real[2]     | mean_squared_error   | x -> dropout(0.3) -> dense(2) -> batch_norm -> dropout(0.4) -> y",
                "real[2]     | binary_cross_entropy | x -> dense(2) -> batch_norm -> sigmoid -> y",
                "real[2]     | binary_cross_entropy | x -> dense(2) -> dropout(0.4) -> sigmoid -> y",
                "one of 0..1 | hinge                | x -> dense(2) -> batch_norm -> y",
                "one of 0..1 | hinge                | x -> prelu -> y",
                "one of 0..1 | squared_hinge        | x -> dense(2) -> dropout(0.4) -> y",
                "one of 0..1 | cross_entropy        | x -> dense(2) -> batch_norm -> softmax -> y",
                "one of 0..1 | cross_entropy        | x -> dense(2) -> dropout(0.4) -> softmax -> y",
                "one of 0..1 | cross_entropy        | x -> dense(2) -> softmax -> dropout(0.4) -> softmax -> y",
            })
    void agrees(String type, String loss, String chain) {
        check("real[2]", type, loss, chain);
    }

    /** Where dropout computes nothing, another array may need a margin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x -> conv(3, 3x3) -> dropout(0.4) -> conv(2, 3x3, padding: same) -> flatten -> dense(2) -> y",
                "x -> conv(3, 3x3, padding: same) -> batch_norm -> dropout(0.4) -> conv(2, 3x3, padding: same) -> flatten -> dense(2) -> y",
                "x -> dropout(0.4) -> conv(2, 3x3, padding: same) -> flatten -> dense(2) -> y",
                "x -> relu -> dropout(0.4) -> max_pool(3x3, padding: 1) -> flatten -> dense(2) -> batch_norm -> y",
                "x -> max_pool(2x2) -> dropout(0.4) -> conv(2, 3x3, padding: same) -> dropout(0.4) -> flatten -> dense(2) -> y",
                "x -> max_pool(2x2, stride: 1) -> ( dropout(0.4) | identity ) -> add -> conv(2, 3x3, padding: same) -> flatten -> dense(2) -> y",
                "let a = x -> conv(2, 3x3) a -> dropout(0.2) -> conv(2, 3x3, padding: same) -> dropout(0.4) -> flatten -> dense(2) -> y",
                "let a = x -> relu let b = a -> dropout(0.2) -> conv(2, 5x5, padding: same) let c = a -> conv(2, 3x3, padding: same) add(b, c) -> flatten -> dense(2) -> y"
            })
    void agreesOnImages(String chain) {
        check("image(6x5x2)", "real[2]", "mean_squared_error", chain);
    }

    private static void check(String input, String type, String loss, String body) {
        String text = """
                data Rows {
                  input  x: %s
                  target y: %s
                }
                network Net for Rows { %s }
                train Net { loss: %s optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(input, type, body, loss);
        Subject subject = Subject.of(text, 5);
        Compilation inDouble = Compiled.compile("evaluation.nn", text, Compiled.DOUBLE);
        JavaClasses doubles = JavaClasses.compile(inDouble.files());
        new Agreement().check(subject, rows -> Compiled.trainer(inDouble, doubles, rows));

        Compilation inFloat = Compiled.compile("evaluation.nn", text, Compiled.FLOAT);
        JavaClasses floats = JavaClasses.compile(inFloat.files());
        Class<?> predictor = floats.load(inFloat.networks().get(0).predictor());
        Agreement.checkPredictor(subject, rows -> Compiled.trainer(inFloat, floats, rows), predictor);
    }
}
