package dev.nnlang.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code .nn} files as every tool does, so that the same file makes the same Java on every machine. */
public final class SourceText {

    private SourceText() {}

    /**
     * The text, in UTF-8, with plain line ends.
     *
     * @throws java.nio.charset.CharacterCodingException if it is in another encoding
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
