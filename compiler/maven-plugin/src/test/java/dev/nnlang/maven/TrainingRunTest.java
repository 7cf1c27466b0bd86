package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation.CompiledNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingRunTest {

    private static final CompiledNetwork IRIS =
            new CompiledNetwork("Iris", "", "it.Iris", "it.IrisTrainer", List.of("iris.csv", "later.csv"));

    @TempDir
    private Path folder;

    @Test
    void dataAndSettingsMakeAnotherFingerprint() throws IOException {
        Path data = Files.writeString(folder.resolve("iris.csv"), "one");
        String before = fingerprint(Map.of());
        assertThat(fingerprint(Map.of())).isEqualTo(before);
        assertThat(fingerprint(Map.of("rate", "1"))).isNotEqualTo(before);
        Files.writeString(data, "two");
        assertThat(fingerprint(Map.of())).isNotEqualTo(before);
    }

    @Test
    void dataThatASettingNamesCountToo() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Map<String, String> settings = Map.of("base", "elsewhere", "source", "other.csv");
        String before = fingerprint(settings);
        Files.writeString(elsewhere.resolve("other.csv"), "rows");
        assertThat(fingerprint(settings)).isNotEqualTo(before);
    }

    private String fingerprint(Map<String, String> settings) throws IOException {
        return TrainingRun.of(IRIS, folder, folder.resolve("models"), folder.resolve("ledger"), settings)
                .addTo(new Fingerprint())
                .toString();
    }
}
