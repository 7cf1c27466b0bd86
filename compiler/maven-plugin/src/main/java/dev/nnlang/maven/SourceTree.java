package dev.nnlang.maven;

import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.toolchain.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with {@code .nn} files in it, at any depth; it need not exist. */
record SourceTree(Path root) {

    /** The files by name, so that the order is the same on every machine. */
    List<SourceFile> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".nn") && Files.isRegularFile(path))
                    .map(this::read)
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    /** Where {@code file} lies. */
    Path path(SourceFile file) {
        return root.resolve(file.name());
    }

    /** Named relative to the root, with slashes and plain line ends: what is generated is the same everywhere. */
    private SourceFile read(Path path) {
        try {
            String name = root.relativize(path).toString().replace('\\', '/');
            return new SourceFile(name, SourceText.read(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " as text in UTF-8", e);
        }
    }
}
