package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("new folder/a.ledger");
        Ledger ledger = new Ledger("0123", Map.of("a b/C.java", "45", "model", ""));
        ledger.write(file);
        assertThat(Ledger.read(file)).isEqualTo(ledger);
    }

    @Test
    void noFileAndAnEmptyFileSayNothing() throws IOException {
        assertThat(Ledger.read(folder.resolve("none"))).isEqualTo(Ledger.EMPTY);
        assertThat(Ledger.read(Files.createFile(folder.resolve("empty")))).isEqualTo(Ledger.EMPTY);
    }
}
