package dev.nnlang.compiler.resolve;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file for each feature, and the model that it means. */
class ResolverTest {

    static List<Path> cases() {
        return Golden.cases("model");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resolves(Path directory) {
        Compilation compilation = compile(directory, Map.of());

        assertThat(compilation.diagnostics()).isEmpty();
        Golden.check(directory.resolve("model.txt"), compilation.dumps().get(Stage.MODEL));
    }

    @Test
    void takesParamsFromOutside() {
        Compilation compilation = compile(Path.of("src/test/resources/model/values"), Map.of("width", "20"));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.dumps().get(Stage.MODEL)).contains("dense1 = dense(units: 20,");
        assertThat(compilation.dumps().get(Stage.MODEL)).contains("dense2 = dense(units: 9,");
    }

    private static Compilation compile(Path directory, Map<String, String> params) {
        SourceFile file = new SourceFile("input.nn", Golden.read(directory.resolve("input.nn")));
        return Compiler.compile(file, Options.DEFAULT.withParams(params));
    }
}
