package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of generated code whatever it computes: of all cases, of a long network and of one with long formulas. */
class GeneratedCodeTest {

    private static final int COLUMNS = 120;

    /** HotSpot never compiles a method that is longer. */
    private static final int BYTECODE = 8000;

    /** A method that a member of a team runs: its indentation, and its body. */
    private static final Pattern STEP = Pattern.compile("(?ms)^( +)\\w[^;{}]*Member member\\) \\{\n(.*?)^\\1}");

    private static final List<GeneratedFile> FILES = new ArrayList<>();

    @BeforeAll
    static void compile() throws IOException {
        for (CaseFolder folder : CaseFolder.all()) {
            FILES.addAll(folder.compile().files());
        }
        FILES.addAll(compile("deep", "input -> " + "dense(7) -> tanh -> ".repeat(60)));
        FILES.addAll(compile("steep", "input -> dense(7) -> " + "gelu -> swish -> elu -> ".repeat(4)));
    }

    private static List<GeneratedFile> compile(String name, String chain) {
        String text = """
                package cases.%s
                data Row {
                  input  %s: real
                  target kind: one of 0..9
                }
                network Net for Row { %s dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: sgd(rate: 0.1, momentum: 0.9) until: epoch = 1 }
                """.formatted(name, columns(), chain);
        Compilation compilation = Compiled.compile(name + ".nn", text, Options.DEFAULT);
        return compilation.files();
    }

    /** Many, with names of some length. */
    private static String columns() {
        return IntStream.range(0, 100).mapToObj(i -> "measurementNumber" + i).collect(Collectors.joining(", "));
    }

    /** A team is as large as the work is worth: one that is told of no work has a single member. */
    @Test
    void whatIsSharedKnowsHowMuchWorkItIs() {
        Pattern noWork = Pattern.compile("FLOP = 0L|super\\(0L\\)");

        List<String> found = FILES.stream()
                .filter(file -> noWork.matcher(file.text()).find())
                .filter(file ->
                        file.text().contains("TeamTrainer") || file.text().contains("TeamPass"))
                .map(GeneratedFile::path)
                .toList();

        assertThat(found).isEmpty();
        assertThat(FILES.stream().anyMatch(file -> file.text().contains("extends TeamTrainer")))
                .isTrue();
    }

    @Test
    void noMethodIsTooLongForTheJit() {
        Map<String, Integer> tooLong = new TreeMap<>();
        JavaClasses.compile(FILES).classFiles().forEach((name, bytes) -> MethodSizes.of(bytes)
                .forEach((method, size) -> {
                    if (size > BYTECODE) {
                        tooLong.put(name + "." + method, size);
                    }
                }));

        assertThat(tooLong).isEmpty();
    }

    /** What a step needs has been made before the first; AllocationsTest counts the bytes of some. */
    @Test
    void noStepMakesAnything() {
        List<String> bodies = FILES.stream()
                .flatMap(file -> STEP.matcher(file.text()).results())
                .map(step -> step.group(2).replaceAll("//.*", ""))
                .toList();

        assertThat(bodies.size()).isAtLeast(FILES.size());
        bodies.forEach(body -> assertThat(body).doesNotContainMatch("\\bnew\\b|clone\\(|copyOf"));
    }

    @Test
    void noLineIsTooLong() {
        FILES.forEach(file -> assertWithMessage(file.path())
                .that(file.text()
                        .lines()
                        .filter(line -> line.length() > COLUMNS)
                        .toList())
                .isEmpty());
    }

    @Test
    void endsEachLineAlikeAndLeavesNoSpacesBehind() {
        FILES.forEach(file ->
                assertWithMessage(file.path()).that(file.text()).doesNotContainMatch("[ \t]\n|\r|\n\n\n|[^\n]\\z"));
    }
}
