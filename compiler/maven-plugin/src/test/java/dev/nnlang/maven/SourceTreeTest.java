package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTreeTest {

    @TempDir
    private Path root;

    @Test
    void filesAreTheSameOnEveryMachine() throws IOException {
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(root.resolve("sub/b.nn"), "package b\r\n");
        Files.writeString(root.resolve("c.nn"), "package c\n");
        Files.writeString(root.resolve("iris.csv"), "no source\n");
        assertThat(new SourceTree(root).files())
                .containsExactly(new SourceFile("c.nn", "package c\n"), new SourceFile("sub/b.nn", "package b\n"))
                .inOrder();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws IOException {
        assertThat(new SourceTree(root.resolve("none")).files()).isEmpty();
    }
}
