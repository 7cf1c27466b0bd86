package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void copy() {
        file = CommandRun.copy(folder, "iris.nn", "iris.csv");
        out = folder.resolve("out");
    }

    @Test
    void trainsAndTellsWhatCameOfIt() throws IOException {
        CommandRun run = CommandRun.of("train", file, "--out", out);
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.err()).startsWith("network  Iris for Flower, iris.nn:13: 4 -> 16 -> 3, 131 parameters");
        assertThat(run.err()).contains("wrote    " + out.resolve("iris.safetensors"));
        assertThat(run.err()).containsMatch("java/ \\(\\d+ files\\)");
        List<String> lines = run.outLines();
        assertThat(lines.get(lines.size() - 1)).matches("test accuracy [01]\\.\\d{4} \\(\\d+ of 23\\)");
        assertThat(Files.readString(out.resolve("java/samples/iris/IrisTrainer.java")))
                .contains("class IrisTrainer");
    }

    @Test
    void theSameSeedMakesTheSameBytesAndAnotherDoesNot() throws IOException {
        byte[] first = train("--set", "train.seed=7");
        assertThat(train("--set", "train.seed=7")).isEqualTo(first);
        assertThat(train("--set", "train.seed=8")).isNotEqualTo(first);
    }

    @Test
    void trainingGoesOnFromSavedWeights() throws IOException {
        train();
        Path model = folder.resolve("saved.safetensors");
        Files.move(out.resolve("iris.safetensors"), model);
        CommandRun run = CommandRun.of("train", file, "--from", model, "--out", out, "--set", "train.epochs=1");
        assertThat(run.exitCode()).isEqualTo(0);
        CommandRun wrong = CommandRun.of("train", file, "--from", folder.resolve("none"), "--out", out);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("there is no such model file");
    }

    @Test
    void mistakesAreMessages() throws IOException {
        CommandRun setting = CommandRun.of("train", file, "--set", "train.rat=1");
        assertThat(setting.exitCode()).isEqualTo(2);
        assertThat(setting.err()).contains("error: there is no setting `rat` (did you mean `rate`?)");
        CommandRun param = CommandRun.of("train", file, "--set", "width=1");
        assertThat(param.exitCode()).isEqualTo(1);
        assertThat(param.err()).contains("`width`");
        CommandRun value = CommandRun.of("train", file, "--set", "train.rate=fast");
        assertThat(value.exitCode()).isEqualTo(2);
        assertThat(value.err()).contains("error: rate: expected a number above 0, but found `fast`");
        CheckCommandTest.edit(folder.resolve("iris.csv"), "5.1,3.5,1.4,0.2", "5.1,wide,1.4,0.2");
        CommandRun data = CommandRun.of("train", file, "--out", out);
        assertThat(data.exitCode()).isEqualTo(1);
        assertThat(data.err()).contains("iris.csv:2: column `sepalWidth`: expected");
        assertThat(data.err()).doesNotContain("\tat ");
    }

    private byte[] train(String... settings) throws IOException {
        String[] line = new String[settings.length + 4];
        System.arraycopy(new String[] {"train", file.toString(), "--out", out.toString()}, 0, line, 0, 4);
        System.arraycopy(settings, 0, line, 4, settings.length);
        assertThat(CommandRun.of((Object[]) line).exitCode()).isEqualTo(0);
        return Files.readAllBytes(out.resolve("iris.safetensors"));
    }
}
