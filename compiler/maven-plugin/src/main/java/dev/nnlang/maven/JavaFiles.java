package dev.nnlang.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with Java sources in it, at any depth; it need not exist. */
record JavaFiles(Path root) {

    /** The files in the order of their names. */
    List<Path> list() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    void addTo(Fingerprint fingerprint) throws IOException {
        for (Path file : list()) {
            fingerprint.add(root.relativize(file).toString()).add(file);
        }
    }
}
