package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GradcheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void everyGradientIsCompared() {
        CommandRun run = CommandRun.of("gradcheck", CommandRun.copy(folder, "iris.nn"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.outLines()).hasSize(5);
        assertThat(run.out()).contains("64 of 64");
        assertThat(run.out()).endsWith("all 131 gradients agree with finite differences to 1e-6\n");
    }
}
