package dev.nnlang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file wholly or not at all: a reader never sees half of one, and a full disk leaves the old one alone. */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes {@code text} in UTF-8, and makes the folders that are missing; a link stays one. */
    static void write(Path file, String text) {
        try {
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Files.createDirectories(place.getParent());
            replace(place, text);
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": " + e.getMessage());
        }
    }

    private static void replace(Path place, String text) throws IOException {
        Path draft = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(draft, text);
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
