package dev.nnlang.compiler.format;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.Mutations;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of changed examples: whatever is wrong with a text, it is said; and what is right is formatted without
 * loss.
 */
class FormatterFuzzTest {

    private static final String BROKEN = "../../../../tests/src/test/resources/errors";
    private static final int TEXTS_A_SEED = Integer.getInteger("fuzz.texts", 400);

    static IntStream seeds() {
        return IntStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextIsFormattedOrExplained(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Mutations mutations = new Mutations(random);
        List<String> examples = examples("syntax", BROKEN);
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = mutations.mutate(examples.get(random.nextInt(examples.size())));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(text), text);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void layoutChangesNothing(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Mutations mutations = new Mutations(random);
        List<String> examples = examples("syntax");
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String example = examples.get(random.nextInt(examples.size()));
            String text = mutations.changeLayout(example);
            checkSound(text, parse(text, new Diagnostics()));
        }
    }

    private static List<String> examples(String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> Golden.cases(folder).stream())
                .map(directory -> Golden.read(directory.resolve("input.nn")))
                .toList();
    }

    private static SourceUnit parse(String text, Diagnostics diagnostics) {
        return Parser.parse(new SourceFile("fuzz.nn", text), diagnostics);
    }

    private static void check(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit unit = parse(text, diagnostics);
        if (diagnostics.hasErrors()) {
            assertWithMessage(text)
                    .that(Renderer.render(diagnostics.list(), true))
                    .contains("error");
            assertWithMessage(text).that(SyntaxPrinter.print(unit)).contains("SourceUnit");
        } else {
            checkSound(text, unit);
        }
    }

    private static void checkSound(String text, SourceUnit unit) {
        String formatted = Formatter.format(unit);
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit same = parse(formatted, diagnostics);
        assertWithMessage(text + "\n=>\n" + formatted).that(diagnostics.list()).isEmpty();
        assertWithMessage(text)
                .that(SyntaxPrinter.printWithoutPlaces(same))
                .isEqualTo(SyntaxPrinter.printWithoutPlaces(unit));
        assertWithMessage(text).that(Formatter.format(same)).isEqualTo(formatted);
    }
}
