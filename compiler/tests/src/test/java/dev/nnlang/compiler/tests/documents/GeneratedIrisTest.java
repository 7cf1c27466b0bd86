package dev.nnlang.compiler.tests.documents;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The Java that samples/iris becomes, checked in for readers under {@code src/test/resources/generated/iris}, with an
 * excerpt in the README. Run with {@code -Dgolden.update=true} to write both anew.
 */
final class GeneratedIrisTest {

    private static final Path GOLDEN = Path.of("src/test/resources/generated/iris");
    private static final String EXCERPT = "```java\n    @Override\n    public double evaluate";

    private List<GeneratedFile> files;

    @BeforeEach
    void compile() throws IOException {
        SourceFile iris = new SourceFile("iris.nn", Files.readString(Repository.IRIS));
        files = Compiler.compile(iris, Options.DEFAULT).files();
    }

    @Test
    void theFilesAreWhatTheCompilerMakes() throws IOException {
        List<String> names = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path golden = GOLDEN.resolve(Path.of(file.path()).getFileName());
            if (Repository.updates()) {
                Files.writeString(golden, file.text());
            }
            names.add(golden.getFileName().toString());
            assertWithMessage("%s, from -Dgolden.update=true", golden)
                    .that(Files.readString(golden))
                    .isEqualTo(file.text());
        }
        try (Stream<Path> found = Files.list(GOLDEN)) {
            assertThat(found.map(path -> path.getFileName().toString()).toList())
                    .containsExactlyElementsIn(names);
        }
    }

    @Test
    void javacHasNothingToSay() {
        JavaClasses.compile(files);
    }

    @Test
    void theReadmeShowsTheWholeOfTheSource() throws IOException {
        String source = Files.readString(Repository.IRIS);
        assertThat(Files.readString(Repository.README)).contains("```nn\n" + source + "```\n");
    }

    @Test
    void theReadmeShowsTheTrainersPasses() throws IOException {
        String readme = Files.readString(Repository.README);
        int start = readme.indexOf(EXCERPT);
        int end = readme.indexOf("```\n", start + 1);
        String excerpt = "```java\n" + passes();
        if (Repository.updates()) {
            Files.writeString(Repository.README, readme.substring(0, start) + excerpt + readme.substring(end));
        } else {
            assertThat(readme.substring(start, end)).isEqualTo(excerpt);
        }
    }

    /** How a step goes, a layer's way forward, and the gradient of its weights. */
    private String passes() {
        return String.join(
                "\n",
                method("double evaluate("),
                method("double gradient("),
                method("double step("),
                "    …\n",
                method("void forwardDense1("),
                "    …\n",
                method("void gradientOfDense1Weight("));
    }

    /** A method of the trainer, with what stands above it. */
    private String method(String signature) {
        String text = files.stream()
                .filter(file -> file.className().endsWith(".IrisTrainer"))
                .findFirst()
                .orElseThrow()
                .text();
        int head = text.indexOf(signature);
        String end = "\n    }\n";
        return text.substring(text.lastIndexOf("\n\n", head) + 2, text.indexOf(end, head) + end.length());
    }
}
