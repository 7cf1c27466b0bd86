package dev.nnlang.compiler.formula.derive;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaText;
import dev.nnlang.compiler.formula.Printer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DerivativeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x                                                   | 1",
                "sigmoid(x)                                          | sigmoid(x) * (1 - sigmoid(x))",
                "tanh(x)                                             | 1 - tanh(x)^2",
                "max(x, 0)                                           | if x > 0 then 1 else 0",
                "max(0.01 * x, x)                                    | if x > 0 then 1 else 0.01",
                "max(slope * x, x)                                   | if slope * x >= x then slope else 1",
                "max(x, 0) + alpha * min(x, 0)                       | if x > 0 then 1 else alpha",
                "if x > 0 then x else alpha * (exp(x) - 1)           | if x > 0 then 1 else alpha * exp(x)",
                "1.05 * (if x > 0 then x else 1.67 * (exp(x) - 1))   | if x > 0 then 1.05 else 1.7535 * exp(x)",
                "log(1 + exp(x))                                     | sigmoid(x)",
                "x * sigmoid(x)                                      | sigmoid(x) * (1 + x * (1 - sigmoid(x)))",
                "0.5 * x * (1 + erf(x / 2))                          | 0.5 * (1 + erf(0.5 * x)) + 0.28209479177387814 * x * exp(-0.25 * x^2)",
                "max(0, min(1, x / 6 + 0.5))                         | if x > -3 and x < 3 then 0.16666666666666666 else 0",
                "max(-1, min(1, x))                                  | if x > -1 and x < 1 then 1 else 0",
                "x / (1 + abs(x))                                    | 1 / (1 + abs(x))^2",
                "0.5 * (x - t)^2                                     | x - t",
                "abs(x - t)                                          | sign(x - t)",
                "if abs(x - t) <= d then 0.5 * (x - t)^2 else d * (abs(x - t) - 0.5 * d) | if abs(x - t) <= d then x - t else d * sign(x - t)",
                "-(t * log(sigmoid(x)) + (1 - t) * log(1 - sigmoid(x))) | sigmoid(x) - t",
                "x * tanh(softplus(x)) | tanh(softplus(x)) + x * (1 - tanh(softplus(x))^2) * sigmoid(x)",
                "x / sqrt(1 + x^2)                                   | 1 / ((1 + x^2) * sqrt(1 + x^2))",
                "log(exp(x) + exp(-x))                               | tanh(x)",
                "log(x^2)                                            | 2 / x",
                "x^n                                                 | n * x^(n - 1)",
                "n^x                                                 | if n > 0 then log(n) * n^x else 0",
                "sin(x) * cos(x)                                     | cos(x)^2 - sin(x)^2",
                "sign(x)                                             | 0",
            })
    void isSimple(String formula, String derivative) {
        assertThat(Printer.print(Derivative.of(FormulaText.parse(formula), "x")))
                .isEqualTo(derivative);
    }

    /** Where PyTorch has to choose between one-sided derivatives, and so have we. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(x, 0)                                 |  0 | 0",
                "max(0, x)                                 |  0 | 0",
                "max(0.01 * x, x)                          |  0 | 0.01",
                "max(x, 0) + 0.25 * min(x, 0)              |  0 | 0.25",
                "if x > 0 then x else 0.5 * (exp(x) - 1)   |  0 | 0.5",
                "abs(x)                                    |  0 | 0",
                "max(0, min(1, x / 6 + 0.5))               |  3 | 0",
                "max(0, min(1, x / 6 + 0.5))               | -3 | 0",
                "max(-1, min(1, x))                        |  1 | 0",
                "max(-1, min(1, x))                        | -1 | 0",
                "x^0.5 * x^1.5                             |  0 | 0",
            })
    void followsPyTorchAtKinks(String formula, double x, double expected) {
        Formula derivative = Derivative.of(FormulaText.parse(formula), "x");
        assertThat(Evaluator.evaluate(derivative, Map.of("x", x))).isEqualTo(expected);
    }
}
