package dev.nnlang.compiler.parse;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.format.Formatter;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A syntax tree that is too deep is refused before anybody recurses over it; long texts and many mistakes are fine. */
class DeepNestingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "-", "not ", "x + ", "x ^ ", "x.y * ", "f(", "if x then y else ", "f(x) - (", "[", "{"})
    void refusesWhatIsTooDeep(String level) {
        String text = "activation f(x) = " + level.repeat(100_000) + "x";

        assertThat(parse(text)).containsExactly(DiagnosticKind.NESTED_TOO_DEEPLY);
    }

    @Test
    void refusesFlowsThatAreTooDeep() {
        assertThat(parse("network N for D { x -> " + "( a -> ".repeat(100_000)))
                .containsExactly(DiagnosticKind.NESTED_TOO_DEEPLY);
    }

    @Test
    void readsWhatIsDeepOnASmallStack() throws InterruptedException {
        String text = "activation f(x) = " + "-(".repeat(100) + "x" + ")".repeat(100);
        StringBuilder out = new StringBuilder();
        Thread thread = new Thread(null, () -> out.append(roundTrip(text)), "small", 512 * 1024);
        thread.start();
        thread.join();

        assertThat(out.toString()).isEqualTo("activation f(x) =\n  " + "-".repeat(100) + "x\n");
    }

    @Test
    void readsWhatIsLong() {
        String chain = "network N for D {\n  x" + " -> tanh".repeat(10_000) + "\n}\n";
        String list = "param a = f(" + "x + 1, ".repeat(10_000) + "x)\n";
        String formulas = "activation f(x) = x + 1\n".repeat(1_000);

        assertThat(parse(chain + list + formulas)).isEmpty();
    }

    /** A hundred, then one that says how many more there are. */
    @Test
    void explainsTheFirstOfManyMistakes() {
        assertThat(parse("param width 128\n".repeat(3_000))).hasSize(101);
        assertThat(parse("train T {\n" + "  batch 128\n".repeat(3_000) + "}")).hasSize(101);
        assertThat(parse("\u0000 ".repeat(30_000))).hasSize(101);
        assertThat(parse("param a = f(" + "x + 1, ".repeat(5_000) + "+)\n")).hasSize(1);
    }

    private static String roundTrip(String text) {
        SourceUnit unit = Parser.parse(new SourceFile("deep.nn", text), new Diagnostics());
        assertThat(SyntaxPrinter.print(unit)).isNotEmpty();
        return Formatter.format(unit);
    }

    private static Iterable<DiagnosticKind> parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new SourceFile("deep.nn", text), diagnostics);
        return diagnostics.list().stream().map(Diagnostic::kind).toList();
    }
}
