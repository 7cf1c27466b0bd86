package dev.nnlang.compiler.library;

import dev.nnlang.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code std.nn}: the activations, losses and blocks that every file can use. It ships with the compiler. */
public final class StandardLibrary {

    private static final String NAME = "std.nn";

    private StandardLibrary() {}

    /** Its text, to be parsed like any other file. */
    public static SourceFile source() {
        try (InputStream text = StandardLibrary.class.getResourceAsStream(NAME)) {
            return new SourceFile(NAME, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
