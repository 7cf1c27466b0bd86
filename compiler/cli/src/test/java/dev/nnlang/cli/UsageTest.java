package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.console.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class UsageTest {

    @Test
    void helpIsAResultAndNamesEveryCommand() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.err()).isEmpty();
        for (String command :
                new String[] {"check", "explain", "describe", "generate", "train", "predict", "gradcheck", "format"}) {
            assertThat(run.out()).containsMatch("(?m)^  " + command + " +[A-Z]");
            assertThat(CommandRun.of(command, "--help").out()).contains("Usage: nn " + command);
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(CommandRun.of("--version").out()).containsMatch("^nn \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void wrongUsageIsToldFromWrongFiles() {
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("trian").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("trian").err()).contains("Did you mean");
        assertThat(CommandRun.of("check").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("explain", "--stage=nonsense", "x.nn").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("check", "no-such.nn").exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("check", "no-such.nn").err()).isEqualTo("error: there is no file no-such.nn\n");
    }

    @Test
    void completionComesForFree() {
        assertThat(CommandRun.of("generate-completion").out()).contains("gradcheck");
    }

    /** A command that fails as none should. */
    @Command(name = "broken")
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("it broke");
        }
    }

    @Test
    void aBugIsCalledOneAndNamesTheFileItHappenedWith() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine line = Nn.commandLine(System.out, new PrintStream(err, true), Screen.plain());
        CommandLine broken = new CommandLine(new Broken());
        broken.setUnmatchedArgumentsAllowed(true);
        line.addSubcommand("broken", broken);
        broken.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
        broken.setErr(line.getErr());
        assertThat(line.execute("broken", "iris.nn")).isEqualTo(70);
        assertThat(err.toString()).contains("this is a bug in nn");
        assertThat(err.toString()).contains("nn broken iris.nn");
        assertThat(err.toString()).contains("it broke");
    }
}
