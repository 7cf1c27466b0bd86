package dev.nnlang.compiler;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.format.Formatter;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the guide to the language, and the library, compiles and is in its canonical layout. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../grammar/README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```nn\n(.*?)```", Pattern.DOTALL);

    static Stream<String> examples() {
        return EXAMPLE.matcher(Golden.read(GUIDE)).results().map(example -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(String example) {
        List<Diagnostic> mistakes = mistakes(example);

        assertWithMessage(Renderer.render(mistakes, false)).that(mistakes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isInTheCanonicalLayout(String example) {
        assertThat(format(example)).isEqualTo(example);
    }

    @Test
    void theLibraryIsInTheCanonicalLayout() {
        String library = StandardLibrary.source().text();

        assertThat(format(library)).isEqualTo(library);
    }

    private static List<Diagnostic> mistakes(String example) {
        return Compiler.compile(new SourceFile("README.nn", example), Options.DEFAULT)
                .diagnostics();
    }

    private static String format(String text) {
        return Formatter.format(Parser.parse(new SourceFile("README.nn", text), new Diagnostics()));
    }
}
