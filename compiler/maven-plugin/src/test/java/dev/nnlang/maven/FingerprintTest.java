package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintTest {

    @TempDir
    private Path folder;

    @Test
    void itIsASha256OfWhatWasAddedAndOfWhereEachPieceEnds() {
        assertThat(new Fingerprint().toString())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new Fingerprint().add("ab").add("c").toString())
                .isNotEqualTo(new Fingerprint().add("a").add("bc").toString());
    }

    @Test
    void everyByteBelowAFolderCounts() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b")).resolve("c");
        Files.writeString(deep, "one");
        String before = new Fingerprint().add(folder).toString();
        assertThat(new Fingerprint().add(folder).toString()).isEqualTo(before);
        Files.writeString(deep, "two");
        assertThat(new Fingerprint().add(folder).toString()).isNotEqualTo(before);
    }
}
