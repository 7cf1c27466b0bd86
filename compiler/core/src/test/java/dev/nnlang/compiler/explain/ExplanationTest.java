package dev.nnlang.compiler.explain;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks, and what {@code nn explain} says of them. */
class ExplanationTest {

    static List<Path> cases() {
        return Golden.cases("explain");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explains(Path directory) {
        SourceFile file = new SourceFile("input.nn", Golden.read(directory.resolve("input.nn")));
        Compilation compilation = Compiler.compile(file, Options.DEFAULT);

        assertThat(compilation.diagnostics()).isEmpty();
        Golden.check(directory.resolve("explained.txt"), compilation.explanation());
        Golden.check(directory.resolve("costs.txt"), compilation.costs());
    }

    @Test
    void casesHoldNothingElse() {
        Golden.checkNoOrphans("explain", Set.of("input.nn", "explained.txt", "costs.txt"));
    }
}
