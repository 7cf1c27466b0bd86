package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() {
        file = CommandRun.copy(folder, "iris.nn");
    }

    @Test
    void aCorrectFilePassesInSilence() {
        assertThat(CommandRun.of("check", file)).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void allMistakesOfAllFilesAreShown() throws IOException {
        Path other = folder.resolve("other.nn");
        Files.copy(file, other);
        edit(file, "tanh", "tahn");
        edit(file, "rate: 0.1", "rate: -0.1");
        edit(other, "softmax", "sotfmax");
        CommandRun run = CommandRun.of("check", file, other);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(file + ":14:25: error[unknown-layer]");
        assertThat(run.err()).contains("^^^^ did you mean `tanh`?");
        assertThat(run.err()).contains(file + ":19:24: error[out-of-range]");
        assertThat(run.err()).contains("2 errors in " + file + "\n");
        assertThat(run.err()).contains("1 error in " + other + "\n");
    }

    @Test
    void warningsFailAStrictCheckOnly() throws IOException {
        edit(file, "network Iris", "param width = 16\n\nnetwork Iris");
        CommandRun lenient = CommandRun.of("check", file);
        CommandRun strict = CommandRun.of("check", "--strict", file);
        assertThat(lenient.exitCode()).isEqualTo(0);
        assertThat(lenient.err()).contains("warning[unused-declaration]: the param `width` is never used");
        assertThat(strict.exitCode()).isEqualTo(1);
    }

    @Test
    void aSettingOfARunIsNoneOfACheck() {
        CommandRun run = CommandRun.of("check", "--set", "train.rate=1", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("train.rate is a setting of a run");
    }

    static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
    }
}
