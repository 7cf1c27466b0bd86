package dev.nnlang.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    private static final Schema PAIR = Schema.named("Pair")
            .input(Column.real("x"))
            .target(Column.real("y"))
            .source(Source.csv("pairs.csv", false));

    @TempDir
    Path directory;

    @Test
    void readsOtherFilesThanTheDeclaredOnes() throws IOException {
        Files.writeString(directory.resolve("more.csv"), "1,2\n3,4\n5,6\n");
        Files.writeString(directory.resolve("test.csv"), "7,8\n");
        Settings settings =
                Settings.defaults().base(directory).source("more.csv").test("test.csv");
        TrainingData data = TrainingData.read(PAIR, settings);
        assertThat(data.from()).isEqualTo("more.csv");
        assertThat(data.parts().toString()).isEqualTo("4 rows: 3 train, 1 test");
    }

    @Test
    void refusesSettingsThatDoNotFitTheDeclaration() {
        Settings defaults = Settings.defaults();
        assertThat(message(Schema.named("Pair"), defaults))
                .isEqualTo("source: Pair names no source; give one with source=PATH, or bring the rows from Java");
        assertThat(message(PAIR.source(Source.idx("a", "b")), defaults.source("c")))
                .isEqualTo("source: expected images and labels, two paths with a comma between, but found `c`");
        assertThat(message(PAIR.split(Split.random(0.8, 0, 0.2)), defaults.test("c")))
                .isEqualTo("test: Pair keeps a share of its own rows for testing; leave the setting out, or the share");
    }

    private static String message(Schema schema, Settings settings) {
        return assertThrows(SettingException.class, () -> TrainingData.read(schema, settings))
                .getMessage();
    }
}
