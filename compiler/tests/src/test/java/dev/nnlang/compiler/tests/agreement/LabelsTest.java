package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a one-hot vector or an embedding is read: by formulas, products, sums, moves, several at once, or by nobody but the loss. */
class LabelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one_hot -> dense(3)",
                "one_hot -> prelu",
                "one_hot -> scaled",
                "one_hot -> layer_norm -> scaled",
                "one_hot -> softmax -> dense(3)",
                "one_hot -> reshape(1x3x1) -> conv(2, 1x2) -> dense(3)",
                "one_hot -> ( identity | dense(3) | tanh -> dense(3) ) -> multiply",
                "( one_hot | one_hot ) -> concat -> dense(3)",
                "( one_hot | embedding(3) ) -> maximum -> scaled",
                "embedding(3)",
                "embedding(1) -> dense(3)",
                "embedding(3) -> tanh -> softmax",
                "embedding(12) -> reshape(2x2x3) -> global_average_pool",
                "( embedding(3) | embedding(3) ) -> add",
                "( code | code -> sigmoid | code ) -> multiply"
            })
    void agree(String chain) {
        String text = """
                %s
                data Row {
                  input  c: one of red, green, blue
                  target y: real[3]
                }
                network Net for Row {
                  %s
                  c -> %s -> y
                }
                train Net { loss: mean_squared_error optimizer: sgd(rate: 0.1, momentum: 0.9) until: epoch = 1 }
                """.formatted(
                        chain.contains("scaled") ? "activation scaled(x; learn s = 1 per channel) = s * x" : "",
                        chain.contains("code") ? "let code = embedding(3)" : "",
                        chain);
        Compilation compilation = Compiled.compile("labels.nn", text, Compiled.DOUBLE);
        JavaClasses classes = JavaClasses.compile(compilation.files());

        for (int seed = 1; seed <= 5; seed++) {
            new Agreement().check(Subject.of(text, seed), rows -> Compiled.trainer(compilation, classes, rows));
        }
    }
}
