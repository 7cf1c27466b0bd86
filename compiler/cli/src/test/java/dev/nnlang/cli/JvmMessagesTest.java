package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmMessagesTest {

    private static final String INCUBATING = "WARNING: Using incubator modules: jdk.incubator.vector";

    @Test
    void nothingIsSaidOfTheIncubator() {
        assertThat(copied(INCUBATING + "\nnetwork  Iris\n")).isEqualTo("network  Iris\n");
        assertThat(copied(INCUBATING + "\r\nerror\r\n")).isEqualTo("error\r\n");
        assertThat(copied(INCUBATING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "WARNING", "WARNING: Using a fork\n", "é\nWARNING: Using incubator modules: x\n"})
    void everythingElsePasses(String text) {
        assertThat(copied(text)).isEqualTo(text);
    }

    /** A line that is drawn again and again has no end for long. */
    @Test
    @Timeout(20)
    void aPartOfALineIsNotHeldBack() throws Exception {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        PipedOutputStream said = new PipedOutputStream();
        PipedInputStream from = new PipedInputStream(said);
        Thread copying = new Thread(() -> JvmMessages.copy(from, to));
        copying.start();
        said.write("epoch 1".getBytes(StandardCharsets.UTF_8));
        said.flush();
        while (to.size() < "epoch 1".length()) {
            Thread.sleep(1);
        }
        said.close();
        copying.join();
        assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("epoch 1");
    }

    private static String copied(String text) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        JvmMessages.copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), to);
        return to.toString(StandardCharsets.UTF_8);
    }
}
