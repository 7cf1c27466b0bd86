package dev.nnlang.compiler.parse;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken files, and what their authors read. */
class SyntaxErrorsTest {

    static List<Path> cases() {
        return Golden.cases("syntax-errors");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explains(Path directory) {
        Golden.check(directory.resolve("expected.txt"), Renderer.render(errors(directory), false));
    }

    @Test
    void everyKindHasItsCase() {
        Set<DiagnosticKind> shown = EnumSet.noneOf(DiagnosticKind.class);
        cases().forEach(directory -> errors(directory).forEach(error -> shown.add(error.kind())));
        shown.add(DiagnosticKind.NESTED_TOO_DEEPLY); // see DeepNestingTest

        assertThat(shown)
                .containsExactlyElementsIn(EnumSet.range(DiagnosticKind.UNCLOSED_STRING, DiagnosticKind.DANGLING_DOC));
    }

    @Test
    void noFileIsLeftOver() {
        Golden.checkNoOrphans("syntax-errors", Set.of("input.nn", "expected.txt"));
    }

    private static List<Diagnostic> errors(Path directory) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new SourceFile("broken.nn", Golden.read(directory.resolve("input.nn"))), diagnostics);
        return diagnostics.list();
    }
}
