package dev.nnlang.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file wholly or not at all: a reader never sees half of one, and a full disk or a killed build leaves the old one alone. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes {@code text} in UTF-8, and makes the folders that are missing; a symbolic link stays one.
     *
     * @throws IOException if it cannot be written; the old file is as it was then
     */
    public static void write(Path file, String text) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        // Of each write its own: process numbers are the same in two containers that share a volume.
        Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(draft, text);
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
