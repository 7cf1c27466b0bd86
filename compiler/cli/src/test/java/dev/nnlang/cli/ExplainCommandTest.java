package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExplainCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() {
        file = CommandRun.copy(folder, "iris.nn");
    }

    @Test
    void withoutAStageItIsTheTableOfLayers() {
        CommandRun run = CommandRun.of("explain", file);
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).containsMatch("Iris for Flower:? +131 parameters");
        assertThat(run.out()).containsMatch("dense\\(16\\) +16 +80 ");
    }

    /** 16 rows, 2 * 4 * 16 operations each, 2 for each bias and tanh. */
    @Test
    void theCostIsATableOfSteps() {
        CommandRun run = CommandRun.of("explain", "--cost", file);
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).containsMatch("iris.nn:14 +forwardDense1 +2,560 ");
        assertThat(run.out()).contains("predicting Iris, a row");
    }

    @ParameterizedTest
    @EnumSource
    void everyStageShowsTheNetwork(Stage stage) {
        CommandRun run = CommandRun.of("explain", "--stage=" + stage.name().toLowerCase(), file);
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).contains("Iris");
    }

    @Test
    void aStageThatWasReachedIsShownInSpiteOfLaterErrors() throws IOException {
        CheckCommandTest.edit(file, "tanh", "tahn");
        CommandRun run = CommandRun.of("explain", "--stage=syntax", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("tahn");
        assertThat(run.err()).contains("unknown-layer");
    }
}
