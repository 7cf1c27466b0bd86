package dev.nnlang.compiler.formula.simplify;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaText;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.derive.Derivative;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as users write them, in float arithmetic, far out and near 0. */
final class FloatSafetyTest {

    private static final double FAR = 1e4;

    /** Columns: formula; its value and its derivative at -1e4; its value and its derivative at 1e4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x                                                                |     -10000 |           1 |      10000 |           1",
                "sigmoid(x)                                                       |          0 |           0 |          1 |           0",
                "tanh(x)                                                          |         -1 |           0 |          1 |           0",
                "max(x, 0)                                                        |          0 |           0 |      10000 |           1",
                "max(0.01 * x, x)                                                 |       -100 |        0.01 |      10000 |           1",
                "max(x, 0) + 0.25 * min(x, 0)                                     |      -2500 |        0.25 |      10000 |           1",
                "if x > 0 then x else exp(x) - 1                                  |         -1 |           0 |      10000 |           1",
                "1.0507 * (if x > 0 then x else 1.67326 * (exp(x) - 1))           |  -1.758094 |           0 |      10507 |      1.0507",
                "softplus(x)                                                      |          0 |           0 |      10000 |           1",
                "x * sigmoid(x)                                                   |          0 |           0 |      10000 |           1",
                "0.5 * x * (1 + erf(x / sqrt(2)))                                 |          0 |           0 |      10000 |           1",
                "max(0, min(1, x / 6 + 0.5))                                      |          0 |           0 |          1 |           0",
                "max(-1, min(1, x))                                               |         -1 |           0 |          1 |           0",
                "x / (1 + abs(x))                                                 |    -0.9999 | 9.998001e-09 |     0.9999 | 9.998001e-09",
                "1 / (1 + exp(-x))                                                |          0 |           0 |          1 |           0",
                "exp(x) / (1 + exp(x))                                            |          0 |           0 |          1 |           0",
                "log(1 + exp(x))                                                  |          0 |           0 |      10000 |           1",
                "log(1 + exp(-x))                                                 |      10000 |          -1 |          0 |           0",
                "(exp(x) - exp(-x)) / (exp(x) + exp(-x))                          |         -1 |           0 |          1 |           0",
                "x / (1 + exp(-x))                                                |          0 |           0 |      10000 |           1",
                "x * tanh(log(1 + exp(x)))                                        |          0 |           0 |      10000 |           1",
                "x * (exp(2 * x) + 2 * exp(x)) / (exp(2 * x) + 2 * exp(x) + 2)    |          0 |           0 |      10000 |           1",
                "x * ((1 + exp(x))^2 - 1) / ((1 + exp(x))^2 + 1)                  |          0 |           0 |      10000 |           1",
                "log(exp(x) + exp(-x))                                            |      10000 |          -1 |      10000 |           1",
                "log(exp(x) + 1 + exp(-x))                                        |      10000 |          -1 |      10000 |           1",
                "(exp(x) - exp(-x)) / (exp(x) + 1 + exp(-x))                      |         -1 |           0 |          1 |           0",
                "exp(x) / (exp(x) + x^2)                                          |          0 |           0 |          1 |           0",
                "exp(x) * (1 - sigmoid(x))                                        |          0 |           0 |          1 |           0",
                "exp(2 * x) * sigmoid(-x)^2                                       |          0 |           0 |          1 |           0",
                "sqrt(exp(x)) / (1 + sqrt(exp(x)))                                |          0 |           0 |          1 |           0",
                "2^x / (2^x + 1)                                                  |          0 |           0 |          1 |           0",
                "tanh(exp(x))                                                     |          0 |           0 |          1 |           0",
                "x * tanh(exp(x))                                                 |          0 |           0 |      10000 |           1",
                "sqrt(softplus(x))                                                |          0 |           0 |        100 |       0.005",
                "log(1 - sigmoid(x))                                              |          0 |           0 |     -10000 |          -1",
                "log(1 - tanh(x)^2)                                               |  -19998.61 |           2 |  -19998.61 |          -2",
                "-log(sigmoid(x))                                                 |      10000 |          -1 |          0 |           0",
                "exp(-x^2)                                                        |          0 |           0 |          0 |           0",
                "x * exp(-x^2)                                                    |          0 |           0 |          0 |           0",
                "exp(-exp(-x))                                                    |          0 |           0 |          1 |           0",
                "x / sqrt(1 + x^2)                                                |         -1 |       1e-12 |          1 |       1e-12",
                "sqrt(1 + x^2)                                                    |      10000 |          -1 |      10000 |           1",
                "sign(x) * log(1 + abs(x))                                        |  -9.210441 |   9.999e-05 |   9.210441 |   9.999e-05",
                "if x > 0 then log(1 + exp(-x)) else exp(x)                       |          0 |           0 |          0 |           0",
                "tanh(0.7 * (x + 0.044715 * x^3))                                 |         -1 |           0 |          1 |           0",
                "1 / (1 + exp(x^2))                                               |          0 |           0 |          0 |           0",
                "sin(x) * sigmoid(-x^2)                                           |          0 |           0 |          0 |           0",
                "exp(x - softplus(x))                                             |          0 |           0 |          1 |           0",
                "x * exp(-abs(x))                                                 |          0 |           0 |          0 |           0",
            })
    void neitherOverflowsNorLosesItsMeaning(
            String text, float lowValue, float lowSlope, float highValue, float highSlope) {
        Formula formula = FormulaText.parse(text);
        Formula value = Simplifier.simplify(formula);
        Formula slope = Derivative.of(formula, "x");
        assertClose(evaluate(value, -FAR), lowValue);
        assertClose(evaluate(slope, -FAR), lowSlope);
        assertClose(evaluate(value, FAR), highValue);
        assertClose(evaluate(slope, FAR), highSlope);
        for (double x = 1e-7; x < FAR; x *= 1.7) {
            assertWithMessage("%s at %s", Printer.print(value), x)
                    .that(evaluate(value, x))
                    .isFinite();
            assertWithMessage("%s at %s", Printer.print(value), -x)
                    .that(evaluate(value, -x))
                    .isFinite();
            assertWithMessage("%s at %s", Printer.print(slope), x)
                    .that(evaluate(slope, x))
                    .isFinite();
            assertWithMessage("%s at %s", Printer.print(slope), -x)
                    .that(evaluate(slope, -x))
                    .isFinite();
            if (x < 10) {
                // Here the formula as it was written does not overflow in double.
                assertThat((double) evaluate(value, x)).isWithin(1e-5 * (1 + x)).of(exact(formula, x));
                assertThat((double) evaluate(value, -x))
                        .isWithin(1e-5 * (1 + x))
                        .of(exact(formula, -x));
            }
        }
        assertThat(evaluate(value, 0)).isFinite();
        assertThat(evaluate(slope, 0)).isFinite();
    }

    private static void assertClose(float actual, float expected) {
        assertThat(actual).isWithin(1e-5f * Math.abs(expected)).of(expected);
    }

    private static float evaluate(Formula formula, double x) {
        return Evaluator.evaluateFloat(formula, Map.of("x", x));
    }

    private static double exact(Formula formula, double x) {
        return Evaluator.evaluate(formula, Map.of("x", x));
    }
}
