package dev.nnlang.compiler.formula;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluatorTest {

    /** Reference values to 17 digits. */
    @ParameterizedTest
    @CsvSource({
        "erf(x), 1e-10, 1.1283791670955126e-10",
        "erf(x), 0.5, 0.52049987781304654",
        "erf(x), 1, 0.84270079294971487",
        "erf(x), -2.5, -0.99959304798255504",
        "erf(x), 5.5, 0.99999999999999264",
        "erf(x), 1000, 1",
        "sigmoid(x), -40, 4.2483542552915889e-18",
        "sigmoid(x), 710, 1",
        "sigmoid(x), -1000, 0",
        "softplus(x), -40, 4.2483542552915889e-18",
        "softplus(x), 0, 0.69314718055994531",
        "softplus(x), 1000, 1000",
        "expm1(x), 1e-12, 1.0000000000005e-12",
        "log1p(x), 1e-12, 9.999999999995e-13",
        "sign(x), -3, -1",
        "(-2)^x, 3, -8",
    })
    void isAccurate(String formula, double x, double expected) {
        double value = Evaluator.evaluate(FormulaText.parse(formula), Map.of("x", x));
        assertThat(value).isWithin(4e-15 * Math.abs(expected)).of(expected);
    }

    @ParameterizedTest
    @CsvSource({"1e4, 1e4", "-1e4, 0"})
    void looksOnlyAtTheChosenBranch(double x, double expected) {
        Formula formula = FormulaText.parse("if x > 0 and 1 / x > 0 then x else exp(x) * log(-x)");
        assertThat(Evaluator.evaluate(formula, Map.of("x", x))).isEqualTo(expected);
    }
}
