package dev.nnlang.compiler.reference;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Reference;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.format.Formatter;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.resolve.Resolver;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is without its line, its example, its place on the page; and every example compiles. */
class ReferenceTest {

    private static final Path PAGE = Path.of("../../grammar/REFERENCE.md");
    private static final Pattern LINK = Pattern.compile("\\]\\((#[^)]+)\\)");
    private static final Set<Category> WITH_SHAPES =
            EnumSet.of(Category.LAYER, Category.MERGE, Category.ACTIVATION, Category.BLOCK);

    /** All entries: the table's and the library's. */
    static Stream<Entry> entries() {
        Diagnostics diagnostics = new Diagnostics();
        Entries all = Entries.of(Resolver.define(Parser.parse(StandardLibrary.source(), diagnostics), diagnostics));
        assertThat(diagnostics.list()).isEmpty();
        return Stream.of(Category.values()).flatMap(category -> all.of(category).stream());
    }

    @Test
    void thePageIsWhatTheTablesGive() {
        Golden.check(PAGE, Reference.load().page());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isDocumented(Entry entry) {
        Signature signature = entry.signature();

        assertThat(signature.doc()).isNotEmpty();
        assertWithMessage("`.example(…)` in the table, or lines indented by four in the /// of std.nn")
                .that(signature.example())
                .isNotEmpty();
        assertWithMessage("`.shapes(…)` in the table, or `- in: …` and `- out: …` in the /// of std.nn")
                .that(signature.shapes().isPresent())
                .isEqualTo(WITH_SHAPES.contains(signature.category()));
        for (Parameter parameter : signature.parameters()) {
            assertWithMessage("a line for %s", parameter.name())
                    .that(parameter.doc())
                    .doesNotContainMatch("^$|^a parameter of the");
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void showsItself(Entry entry) {
        assertThat(entry.signature().example()).containsMatch("\\b" + entry.name() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasAnExampleThatCompiles(Entry entry) {
        String file = ExampleFile.around(entry.signature().example());

        List<Diagnostic> mistakes = Compiler.compile(new SourceFile("example.nn", file), Options.DEFAULT)
                .diagnostics();

        assertWithMessage(Renderer.render(mistakes, false)).that(mistakes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasAnExampleInTheCanonicalLayout(Entry entry) {
        SourceFile file = new SourceFile(
                "example.nn", ExampleFile.around(entry.signature().example()));
        String formatted = Formatter.format(Parser.parse(file, new Diagnostics()));

        for (String line : entry.example()) {
            assertThat(oneSpaceEach(formatted)).contains(oneSpaceEach(line));
        }
    }

    /** Where lines break and what is aligned depends on the rest of the file. */
    private static String oneSpaceEach(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** These are not kept in the table but where they are used. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "until: epoch = 20",
                "split: random(train: 70%, validation: 15%, test: 15%)",
                "test: csv(\"test.csv\")\nsplit: random(train: 90%, validation: 10%)",
            })
    void aDefaultThatIsOnlyInWordsIsTheTruth(String settings) {
        String setting = settings.substring(settings.lastIndexOf('\n') + 1);
        String without = settings.replace(setting, "batch: 32");

        assertThat(Reference.load().page()).contains("`" + setting.substring(setting.indexOf(' ') + 1) + "`");
        assertThat(model(settings)).isEqualTo(model(without));
    }

    private static String model(String settings) {
        SourceFile file = new SourceFile("example.nn", ExampleFile.around("source: csv(\"all.csv\")\n" + settings));
        Compilation compilation = Compiler.compile(file, Options.DEFAULT);
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation.dumps().get(Stage.MODEL);
    }

    @Test
    void everyCategoryHasOneChapter() {
        List<Category> placed = Stream.of(Chapter.values())
                .flatMap(chapter -> chapter.categories().stream())
                .toList();

        assertThat(placed).containsExactlyElementsIn(Category.values());
    }

    @Test
    void everyLinkLeadsToAHeading() {
        Anchors anchors = new Anchors();
        String page = Reference.load().page();
        List<String> headings = page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> anchors.next(line.replaceFirst("#+ ", "")))
                .toList();
        Set<String> links =
                LINK.matcher(page).results().map(link -> link.group(1)).collect(Collectors.toSet());

        assertThat(headings).containsAtLeastElementsIn(links);
        assertThat(links).containsAtLeastElementsIn(List.of("#conv", "#schedules", "#loss-1"));
    }
}
