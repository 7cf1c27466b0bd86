package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormatCommandTest {

    @TempDir
    private Path folder;

    private Path file;
    private String canonical;

    @BeforeEach
    void copy() throws IOException {
        file = CommandRun.copy(folder, "iris.nn");
        canonical = Files.readString(file);
    }

    @Test
    void aFileLaidOutOtherwiseIsPutInOrderOnce() throws IOException {
        Files.writeString(file, canonical.replace("\n  ", "\n").replace(": ", ":"));
        CommandRun first = CommandRun.of("format", file);
        assertThat(first.exitCode()).isEqualTo(0);
        assertThat(first.out()).isEqualTo("formatted " + file + "\n");
        assertThat(Files.readString(file)).isEqualTo(canonical);
        assertThat(CommandRun.of("format", file).out()).isEmpty();
    }

    @Test
    void checkingNamesTheFileAndLeavesIt() throws IOException {
        assertThat(CommandRun.of("format", "--check", file).exitCode()).isEqualTo(0);
        String other = canonical.replace("dense(16)", "dense( 16 )");
        Files.writeString(file, other);
        CommandRun run = CommandRun.of("format", "--check", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("not formatted: " + file + "\n");
        assertThat(Files.readString(file)).isEqualTo(other);
    }

    @Test
    void aFileThatCannotBeReadStaysAsItIs() throws IOException {
        String broken = canonical.replace("->", "-> ->");
        Files.writeString(file, broken);
        CommandRun run = CommandRun.of("format", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("expected a layer after `->`");
        assertThat(Files.readString(file)).isEqualTo(broken);
    }
}
