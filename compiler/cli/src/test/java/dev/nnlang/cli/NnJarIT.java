package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone, in a JVM and a folder of its own. */
final class NnJarIT {

    private static final Path JAR = Path.of(System.getProperty("nn.jar"));

    @TempDir
    private Path folder;

    @Test
    void trainsIntoTheFolderThatItRunsIn() throws Exception {
        CommandRun.copy(folder, "iris.nn", "iris.csv");
        CommandRun run = run("train", "iris.nn");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).containsMatch("test accuracy \\d\\.\\d{4} \\(\\d+ of 23\\)\n$");
        assertThat(run.err()).doesNotContain("\u001b");
        assertThat(Files.exists(folder.resolve("iris/iris.safetensors"))).isTrue();
        assertThat(Files.exists(folder.resolve("iris/java/samples/iris/Iris.java")))
                .isTrue();
        CommandRun predicted = run("predict", "iris/iris.safetensors", "iris.csv");
        assertThat(predicted.outLines()).hasSize(151);
    }

    @Test
    void computesInASecondJvmOfWhichNobodyKnows() throws Exception {
        CommandRun.copy(folder, "iris.nn", "iris.csv");
        CommandRun run = run("train", "iris.nn", "--set", "train.epochs=1");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.err()).startsWith("network  Iris");
        assertThat(run.err()).contains("\nkernels  SIMD, ");
        CommandRun wrong = run("predict", "none.safetensors", "iris.csv");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("error: none.safetensors: ");
    }

    @Test
    @Timeout(60)
    void whoeverEndsTheOneJvmEndsTheOther() throws Exception {
        CommandRun.copy(folder, "iris.nn", "iris.csv");
        Process process = start("train", "iris.nn", "--set", "train.until=epoch = 100000000");
        while (!Files.readString(folder.resolve("err.txt")).contains("epoch")) {
            Thread.sleep(20);
        }
        List<ProcessHandle> others = process.descendants().toList();
        assertThat(others).isNotEmpty();
        process.destroy();
        process.waitFor();
        assertThat(others.stream().anyMatch(ProcessHandle::isAlive)).isFalse();
    }

    @Test
    void aMistakeIsAnExitCodeAndAMessage() throws Exception {
        CommandRun run = run("check", "none.nn");
        assertThat(run).isEqualTo(new CommandRun(1, "", "error: there is no file none.nn\n"));
    }

    /** Only what is ours, and what we use: no signature of a jar that is no longer itself, no module's description. */
    @Test
    void theJarHoldsNoRemainsOfOthers() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)|(.*/)?module-info.class")))
                    .isEmpty();
        }
    }

    private CommandRun run(String... arguments) throws Exception {
        int exitCode = start(arguments).waitFor();
        return new CommandRun(
                exitCode, Files.readString(folder.resolve("out.txt")), Files.readString(folder.resolve("err.txt")));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }
}
