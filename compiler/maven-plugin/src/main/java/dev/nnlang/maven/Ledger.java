package dev.nnlang.maven;

import dev.nnlang.toolchain.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last run was made from and what it wrote: a text file, first the fingerprint of the inputs, then a line for
 * each file, {@code HASH PATH}.
 *
 * @param inputs the fingerprint of what the run was made from; empty if there was none
 * @param outputs the files that were written, relative and with slashes, and the hash of what was written
 */
record Ledger(String inputs, Map<String, String> outputs) {

    static final Ledger EMPTY = new Ledger("", Map.of());

    Ledger {
        outputs = new TreeMap<>(outputs);
    }

    /** The ledger in {@code file}, or an empty one if there is none. */
    static Ledger read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return EMPTY;
        }
        List<String> lines = Files.readAllLines(file);
        Map<String, String> outputs = new TreeMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int blank = line.indexOf(' ');
            outputs.put(line.substring(blank + 1), line.substring(0, Math.max(blank, 0)));
        }
        return new Ledger(lines.isEmpty() ? "" : lines.get(0), outputs);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(inputs).append('\n');
        outputs.forEach(
                (path, hash) -> text.append(hash).append(' ').append(path).append('\n'));
        AtomicFile.write(file, text.toString());
    }
}
