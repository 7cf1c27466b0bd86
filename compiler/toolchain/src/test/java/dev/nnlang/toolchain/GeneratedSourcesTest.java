package dev.nnlang.toolchain;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourcesTest {

    private static final GeneratedFile NET =
            new GeneratedFile("p/Net.java", "p.Net", GeneratedFile.MARK + "lang\nclass Net {}\n", false);

    @TempDir
    Path root;

    @Test
    void writesOnlyWhatDiffers() throws IOException {
        GeneratedSources sources = new GeneratedSources(root);
        assertThat(sources.write(List.of(NET))).containsExactly(root.resolve("p/Net.java"));
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(sources.path(NET), longAgo);

        assertThat(sources.write(List.of(NET))).isEmpty();
        assertThat(Files.getLastModifiedTime(sources.path(NET))).isEqualTo(longAgo);
    }

    @Test
    void findsWhatOthersWrote() throws IOException {
        GeneratedSources sources = new GeneratedSources(root);
        assertThat(sources.foreign(List.of(NET)).isPresent()).isFalse();
        Files.createDirectories(root.resolve("p"));
        Files.writeString(sources.path(NET), "// mine\n");

        assertThat(sources.foreign(List.of(NET)).orElseThrow()).isEqualTo(sources.path(NET));
    }

    @Test
    void leavesNoDraftAndKeepsLinks() throws IOException {
        Path file = Files.writeString(root.resolve("real.nn"), "old");
        Path link = Files.createSymbolicLink(root.resolve("link.nn"), file.getFileName());

        AtomicFile.write(link, "new");

        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactly(file, link);
        }
    }
}
