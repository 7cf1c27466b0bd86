package dev.nnlang.compiler.formula.analyse;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.formula.FormulaText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaturationLevelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sigmoid(x)                                ; Optional[up to 0.001501, from 0.9985]",
                "tanh(x)                                   ; Optional[up to -0.9993, from 0.9993]",
                "max(x, 0)                                 ; Optional[up to 0]",
                "max(0.01 * x, x)                          ; Optional[nowhere]",
                "max(x, 0) + 0.25 * min(x, 0)              ; Optional[nowhere]",
                "if x > 0 then x else exp(x) - 1           ; Optional[up to -0.9985]",
                "max(-1, min(1, x))                        ; Optional[up to -1, from 1]",
                "max(0, min(1, x / 6 + 0.5))               ; Optional[up to 0, from 1]",
                "min(x, 0.7)                               ; Optional[from 0.7]",
                "if x > 0 then 1 else -1                   ; Optional[up to -1, from 1]",
                "0 * x                                     ; Optional[up to 0, from 0]",
                "x * sigmoid(x)                            ; Optional.empty",
                "exp(-x^2)                                 ; Optional.empty",
                "if abs(x) > 1 then x - sign(x) else 0     ; Optional.empty",
            })
    void knowsTheOutputsOnPlateaus(String formula, String expected) {
        assertThat(SaturationLevels.of(FormulaText.parse(formula), "x").toString())
                .isEqualTo(expected);
    }
}
