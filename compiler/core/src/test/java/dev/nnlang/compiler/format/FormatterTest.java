package dev.nnlang.compiler.format;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the language in its canonical layout. */
class FormatterTest {

    static List<Path> cases() {
        return Golden.cases("syntax");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void formats(Path directory) {
        SourceUnit unit = parse(Golden.read(directory.resolve("input.nn")));

        String formatted = Formatter.format(unit);

        Golden.check(directory.resolve("formatted.nn"), formatted);
        assertThat(Formatter.format(parse(formatted))).isEqualTo(formatted);
        assertThat(SyntaxPrinter.printWithoutPlaces(parse(formatted)))
                .isEqualTo(SyntaxPrinter.printWithoutPlaces(unit));
    }

    @Test
    void noFileIsLeftOver() {
        Golden.checkNoOrphans("syntax", Set.of("input.nn", "syntax.txt", "formatted.nn"));
    }

    private static SourceUnit parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit unit = Parser.parse(new SourceFile("input.nn", text), diagnostics);
        assertThat(diagnostics.list()).isEmpty();
        return unit;
    }
}
