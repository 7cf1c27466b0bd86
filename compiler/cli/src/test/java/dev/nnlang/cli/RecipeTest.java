package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.runtime.ModelFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model file says of its source is checked before anything is made of it. */
class RecipeTest {

    private static final Path MODEL = Path.of("stranger.safetensors");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nRuntime.getRuntime().exec(\"id\");//",
                "x\r",
                "x\u0000",
                "x\u001b[31m",
                "x\u0085",
                "x\u2028",
                "x\u202e",
            })
    void refusesNamesThatNoFileHas(String name) {
        UserError error = assertThrows(UserError.class, () -> Recipe.of(model(name), MODEL));

        assertThat(error).hasMessageThat().contains("stranger.safetensors is damaged, or was made to do harm");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThrows(UserError.class, () -> Recipe.of(model("x".repeat(256)), MODEL));
    }

    @Test
    void refusesTextWithoutAName() {
        ModelFile model =
                ModelFile.builder().metadata("source.text", "package t").build();

        UserError error = assertThrows(UserError.class, () -> Recipe.of(model, MODEL));

        assertThat(error).hasMessageThat().contains("does not hold the .nn file");
    }

    @Test
    void takesNamesInAnyScript() {
        assertThat(Recipe.of(model("dätä 模型.nn"), MODEL).source().name()).isEqualTo("dätä 模型.nn");
    }

    private static ModelFile model(String name) {
        return ModelFile.builder()
                .metadata("source.name", name)
                .metadata("source.text", "package t")
                .build();
    }
}
