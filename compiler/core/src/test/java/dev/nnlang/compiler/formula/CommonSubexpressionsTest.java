package dev.nnlang.compiler.formula;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommonSubexpressionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x * tanh(x); tanh(x) + x * (1 - tanh(x)^2)   | t0 = tanh(x); x * t0; t0 + x * (1 - t0^2)",
                "tanh(exp(x)) + exp(x); tanh(exp(x))          | t0 = exp(x); t1 = tanh(t0); t1 + t0; t1",
                "x + 1; y * (x + 1)                           | x + 1; y * (x + 1)",
                "(x * y * z)^2 + x * y * z                    | t0 = x * y * z; t0^2 + t0",
                "if x > 0 then exp(x) else exp(x) + 1         | if x > 0 then exp(x) else exp(x) + 1",
                "if x > 0 and exp(x) > 3 then exp(x) else 1   | if x > 0 and exp(x) > 3 then exp(x) else 1",
                "if exp(x) > 3 then exp(x) else 1             | t0 = exp(x); if t0 > 3 then t0 else 1",
                "exp(x) * (if x > 0 then exp(x) else exp(y))  | t0 = exp(x); t0 * (if x > 0 then t0 else exp(y))",
                "(if x > 0 then x else sin(x))^2; if x > 0 then x else sin(x) | t0 = if x > 0 then x else sin(x); t0^2; t0",
            })
    void namesWhatIsSharedAndEvaluatedAnyway(String formulas, String expected) {
        List<Formula> parsed =
                Stream.of(formulas.split(";")).map(FormulaText::parse).toList();
        List<String> names = new ArrayList<>();
        CommonSubexpressions shared = CommonSubexpressions.extract(parsed, value -> {
            names.add("t" + names.size());
            return names.get(names.size() - 1);
        });
        Stream<String> lets = shared.lets().stream().map(let -> let.name() + " = " + Printer.print(let.value()));
        Stream<String> rest = shared.formulas().stream().map(Printer::print);
        assertThat(Stream.concat(lets, rest).toList()).isEqualTo(List.of(expected.split("; ")));
    }
}
