package dev.nnlang.compiler.formula.derive;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaText;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.range.Range;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InTermsOfOutputTest {

    private static final Map<String, Range> PARAMETERS = Map.of("alpha", Range.POSITIVE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x                                                | 1",
                "tanh(x)                                          | 1 - y^2",
                "sigmoid(x)                                       | y * (1 - y)",
                "max(x, 0)                                        | if y > 0 then 1 else 0",
                "max(0.01 * x, x)                                 | if y > 0 then 1 else 0.01",
                "max(x, 0) + alpha * min(x, 0)                    | if y > 0 then 1 else alpha",
                "if x > 0 then x else alpha * (exp(x) - 1)        | if y > 0 then 1 else y + alpha",
                "1.5 * (if x > 0 then x else 2 * (exp(x) - 1))    | if y > 0 then 1.5 else y + 3",
                "max(-1, min(1, x))                               | if y > -1 and y < 1 then 1 else 0",
                "max(0, min(1, x / 6 + 0.5))                      | if y > 0 and y < 1 then 0.16666666666666666 else 0",
                "softplus(x)                                      | -expm1(-y)",
                "exp(x)                                           | y",
                "sqrt(x)                                          | 0.5 / y",
            })
    void needsOnlyTheOutput(String formula, String expected) {
        Formula derivative = InTermsOfOutput.derivative(FormulaText.parse(formula), "x", "y", PARAMETERS)
                .orElseThrow();
        assertThat(Printer.print(derivative)).isEqualTo(expected);
    }

    /** The output of the last two does not tell on which side of 0 the input was: alpha may be negative, and -x turns the sign. */
    @ParameterizedTest
    @CsvSource({
        "x * sigmoid(x)",
        "abs(x)",
        "if x > 0 then x else beta * (exp(x) - 1)",
        "if x > 0 then -2 * x else -x",
    })
    void isRefusedWhereTheOutputDoesNotTell(String formula) {
        assertThat(InTermsOfOutput.derivative(FormulaText.parse(formula), "x", "y", PARAMETERS)
                        .isEmpty())
                .isTrue();
    }
}
