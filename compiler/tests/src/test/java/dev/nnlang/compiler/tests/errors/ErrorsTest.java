package dev.nnlang.compiler.tests.errors;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes, and what their authors read. Run with {@code -Dgolden.update=true} to write the texts anew, and review them like prose. */
class ErrorsTest {

    static List<ErrorCase> cases() throws IOException {
        return ErrorCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsExpected(ErrorCase error) throws IOException {
        String rendered = Renderer.render(error.diagnostics(), false);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(error.expected(), rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(error.expected()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNamedAfterWhatItShows(ErrorCase error) throws IOException {
        List<DiagnosticKind> kinds =
                error.diagnostics().stream().map(Diagnostic::kind).toList();

        assertThat(error.kind()).isPresent();
        assertThat(kinds).contains(error.kind().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatToDo(ErrorCase error) throws IOException {
        for (Diagnostic diagnostic : error.diagnostics()) {
            boolean helps = diagnostic.note().isPresent() || !diagnostic.help().isEmpty();
            // "expected `:` after `loss`, but found …" says it in the message itself.
            boolean saysWhatBelongsHere = diagnostic.message().startsWith("expected ");
            assertWithMessage(diagnostic.toString())
                    .that(helps || saysWhatBelongsHere)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsNothingElse(ErrorCase error) throws IOException {
        assertThat(ErrorCase.FILES).containsAtLeastElementsIn(error.files());
    }

    @Test
    void everyKindHasACase() throws IOException {
        Set<DiagnosticKind> shown = EnumSet.noneOf(DiagnosticKind.class);
        for (ErrorCase error : ErrorCase.all()) {
            error.kind().ifPresent(shown::add);
        }

        assertThat(shown).containsExactlyElementsIn(Arrays.asList(DiagnosticKind.values()));
    }
}
