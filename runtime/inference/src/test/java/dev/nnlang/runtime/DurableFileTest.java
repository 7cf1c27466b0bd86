package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    private static final int WRITERS = 4;
    private static final int WRITES = 25;
    private static final int LENGTH = 50_000;

    @TempDir
    Path directory;

    /** Whoever reads meanwhile sees what one of the writers has written, all of it. */
    @Test
    void threadsThatWriteOneFileNeverTearIt() throws Exception {
        Path file = directory.resolve("model");
        DurableFile.write(file, bytes(0));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            byte number = (byte) i;
            Callable<Void> writer = () -> {
                for (int j = 0; j < WRITES; j++) {
                    DurableFile.write(file, bytes(number));
                }
                return null;
            };
            writers.add(threads.submit(writer));
        }
        threads.shutdown();
        while (!threads.isTerminated()) {
            byte[] read = Files.readAllBytes(file);
            assertThat(read).isEqualTo(bytes(read[0]));
        }
        for (Future<Void> writer : writers) {
            writer.get();
        }
        assertThat(files()).containsExactly("model");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(directory.resolve("model-1"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("model"), file.getFileName());

        DurableFile.write(link, bytes(1));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes(1));
    }

    @Test
    void draftsOfKilledWritersAreRemoved() throws IOException {
        Path abandoned = Files.writeString(directory.resolve(".model.0.tmp"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.writeString(directory.resolve(".model.1.tmp"), "somebody else is writing this");
        Files.writeString(directory.resolve(".other.2.tmp"), "not ours");

        DurableFile.write(directory.resolve("model"), bytes(1));

        assertThat(files()).containsExactly("model", ".model.1.tmp", ".other.2.tmp");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
