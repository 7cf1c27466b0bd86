package dev.nnlang.compiler.resolve;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.ModelPrinter;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever words stand where others stood: a file has a meaning or its author is told why not, and nothing is thrown. */
class ResolverFuzzTest {

    private static final int TEXTS_A_SEED = Integer.getInteger("fuzz.texts", 500);
    private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"|[A-Za-z_]\\w*|\\d[\\w.%]*");
    private static final String BROKEN = "../../../../tests/src/test/resources/errors";

    static IntStream seeds() {
        return IntStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFileIsUnderstoodOrExplained(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> examples = examples();
        List<String> words =
                examples.stream().flatMap(text -> words(text).stream()).toList();
        int resolved = 0;
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = examples.get(random.nextInt(examples.size()));
            for (int change = 0; change <= random.nextInt(3); change++) {
                text = exchange(text, words.get(random.nextInt(words.size())), random);
            }
            resolved += check(text) ? 1 : 0;
        }

        // Many must have come past the parser, or this would test nothing.
        assertThat(resolved).isGreaterThan(TEXTS_A_SEED / 3);
    }

    /** Whether {@code text} could be parsed, and so was resolved. */
    private static boolean check(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit unit = Parser.parse(new SourceFile("fuzz.nn", text), diagnostics);
        if (diagnostics.hasErrors()) {
            return false;
        }
        SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);
        Optional<Model> model = assertDoesNotThrow(text, unit, library, diagnostics);
        assertWithMessage(text).that(model.isPresent()).isNotEqualTo(diagnostics.hasErrors());
        model.ifPresent(resolved ->
                assertWithMessage(text).that(ModelPrinter.print(resolved)).startsWith("model fuzz.nn"));
        assertWithMessage(text)
                .that(Renderer.render(diagnostics.list(), false).isEmpty())
                .isEqualTo(diagnostics.list().isEmpty());
        return true;
    }

    private static Optional<Model> assertDoesNotThrow(
            String text, SourceUnit unit, SourceUnit library, Diagnostics diagnostics) {
        try {
            return Resolver.resolve(unit, library, Map.of(), diagnostics);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(text, e);
        }
    }

    private static String exchange(String text, String other, SplittableRandom random) {
        List<String> words = words(text);
        int chosen = words.isEmpty() ? 0 : random.nextInt(words.size());
        Matcher matcher = WORD.matcher(text);
        for (int i = 0; matcher.find(); i++) {
            if (i == chosen) {
                return text.substring(0, matcher.start()) + other + text.substring(matcher.end());
            }
        }
        return text;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    private static List<String> examples() {
        return Stream.of("model", "syntax", BROKEN)
                .flatMap(folder -> Golden.cases(folder).stream())
                .map(directory -> Golden.read(directory.resolve("input.nn")))
                .toList();
    }
}
