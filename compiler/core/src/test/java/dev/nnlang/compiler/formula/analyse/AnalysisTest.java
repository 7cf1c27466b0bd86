package dev.nnlang.compiler.formula.analyse;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.FiniteEverywhere;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaText;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.RandomFormulas;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.range.Range;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalysisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x                                             ; true  ; [zero-centred]",
                "sigmoid(x)                                    ; true  ; [in (0, 1), saturates beyond |x| > 6.5]",
                "tanh(x)                                       ; true  ; [in (-1, 1), zero-centred, saturates beyond |x| > 4]",
                "max(x, 0)                                     ; true  ; [in [0, inf), flat for x < 0, kink at 0]",
                "max(0.01 * x, x)                              ; true  ; [kink at 0]",
                "if x > 0 then x else exp(x) - 1               ; true  ; [in (-1, inf), zero-centred, saturates for x < -6.5]",
                "1.05 * (if x > 0 then x else 1.67 * (exp(x) - 1)) ; true  ; [in (-1.76, inf), zero-centred, saturates for x < -7.1, kink at 0]",
                "softplus(x)                                   ; true  ; [in (0, inf), saturates for x < -6.5]",
                "x * sigmoid(x)                                ; false ; [in (-0.279, inf), saturates for x < -8.6]",
                "0.5 * x * (1 + erf(x / sqrt(2)))              ; false ; [in (-0.171, inf), saturates for x < -3.7]",
                "max(0, min(1, x / 6 + 0.5))                   ; true  ; [in [0, 1], flat beyond |x| > 3, kink at -3, kink at 3]",
                "max(-1, min(1, x))                            ; true  ; [in [-1, 1], zero-centred, flat beyond |x| > 1, kink at -1, kink at 1]",
                "x / (1 + abs(x))                              ; true  ; [in (-1, 1), zero-centred, saturates beyond |x| > 24.9]",
                "sin(x)                                        ; false ; [in [-1, 1], zero-centred]",
                "exp(-x^2)                                     ; false ; [in (0, 1], saturates beyond |x| > 2.9]",
                "if abs(x) > 1 then x - sign(x) else 0         ; true  ; [zero-centred, flat in (-1, 1), kink at -1, kink at 1]",
            })
    void describesActivations(String formula, boolean monotone, String expected) {
        Analysis analysis = Analysis.of(FormulaText.parse(formula), "x");
        assertThat(analysis.describe().toString()).isEqualTo(expected);
        assertThat(analysis.monotone()).isEqualTo(monotone);
    }

    @Test
    void rangesHoldEveryValue() {
        RandomFormulas random = new RandomFormulas(6);
        for (int i = 0; i < 20_000; i++) {
            Formula formula = random.formula(3);
            Map<String, Double> point = random.point(2);
            Range x = Range.closed(point.get("x") - 0.1, point.get("x") + 0.1);
            Range y = Range.closed(point.get("y"), point.get("y"));
            double value = Evaluator.evaluate(formula, point);
            if (FiniteEverywhere.test(formula, point)) {
                Range range = Assumptions.ofVariables(Map.of("x", x, "y", y)).range(formula);
                double rounding = 1e-9 * (1 + Math.abs(value));
                assertWithMessage("%s at %s in %s", Printer.print(formula), point, range)
                        .that(range.low() - rounding <= value && value <= range.high() + rounding)
                        .isTrue();
            }
        }
    }
}
