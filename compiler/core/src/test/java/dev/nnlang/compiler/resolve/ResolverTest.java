package dev.nnlang.compiler.resolve;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.ModelPrinter;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Golden.check(directory.resolve("model.txt"), resolve(directory, Map.of()));
    }

    @Test
    void takesParamsFromOutside() {
        String model = resolve(Path.of("src/test/resources/model/values"), Map.of("width", "20"));

        assertThat(model).contains("dense1 = dense(units: 20,");
        assertThat(model).contains("dense2 = dense(units: 9,");
    }

    @Test
    void noFileIsLeftOver() {
        Golden.checkNoOrphans("model", Set.of("input.nn", "model.txt"));
    }

    private static String resolve(Path directory, Map<String, String> params) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = new SourceFile("input.nn", Golden.read(directory.resolve("input.nn")));
        SourceUnit unit = Parser.parse(file, diagnostics);
        SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);
        Optional<Model> model = Resolver.resolve(unit, library, params, diagnostics);

        assertThat(diagnostics.list()).isEmpty();
        return ModelPrinter.print(model.orElseThrow());
    }
}
