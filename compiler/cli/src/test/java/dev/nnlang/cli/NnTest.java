package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.console.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class NnTest {

    /** As {@code /dev/full} is. */
    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @Test
    void aResultThatCouldNotBeWrittenIsAnError() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Nn.commandLine(
                        new PrintStream(FULL, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Screen.plain())
                .execute("describe");
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written to the end");
    }

    @Test
    void messagesDoNotSteerTheTerminal() {
        assertThat(CommandRun.of("check", "a\u001b[31m.nn").err()).contains("a\\x1b[31m.nn");
    }
}
