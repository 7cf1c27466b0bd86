package dev.nnlang.compiler.parse;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the language, and the tree it becomes. */
class ParserTest {

    static List<Path> cases() {
        return Golden.cases("syntax");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parses(Path directory) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = new SourceFile("input.nn", Golden.read(directory.resolve("input.nn")));

        SourceUnit unit = Parser.parse(file, diagnostics);

        assertThat(diagnostics.list()).isEmpty();
        Golden.check(directory.resolve("syntax.txt"), SyntaxPrinter.print(unit));
    }
}
