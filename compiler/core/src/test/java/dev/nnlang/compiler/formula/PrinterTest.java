package dev.nnlang.compiler.formula;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrinterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a - (b - c) + d",
                "a + (b + c)",
                "a / (b * c) * d",
                "-x^2",
                "(-x)^2",
                "2^x^3",
                "(2^x)^3",
                "x^(-1)",
                "-(a + b)",
                "a * -b",
                "max(slope * x, x)",
                "if x > 0 then x else alpha * (exp(x) - 1)",
                "1 + (if x > 0 then x else 2)",
                "if x > 0 and not (y < 1 or z = 2) then (if y != 0 then 1 else 2) else if x >= 3 then 3 else 4",
                "if not (a < b and c <= d) or a > c then expm1(x) else log1p(x)",
            })
    void writesBackWhatWasRead(String text) {
        assertThat(Printer.print(FormulaText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.5, 0.5",
        "1e-05, 1e-5",
        "100000, 100000",
        "1e7, 1e7",
        "-0.0001, -0.0001",
        "-12345678.5, -1.23456785e7"
    })
    void writesTheShortestNumber(double value, String text) {
        assertThat(Printer.print(value)).isEqualTo(text);
    }
}
