package dev.nnlang.toolchain;

import dev.nnlang.compiler.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of Java sources that we generate into. Others may keep files there: what we did not write is never replaced.
 *
 * @param root where packages begin
 */
public record GeneratedSources(Path root) {

    /** The first of somebody else's files that is in the way of one of {@code files}. */
    public Optional<Path> foreign(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            String found = text(path(file));
            if (!found.isEmpty() && !found.startsWith(GeneratedFile.MARK)) {
                return Optional.of(path(file));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes those files whose text is not there already, so that nothing is compiled again that did not change.
     *
     * @return those that were written
     */
    public List<Path> write(List<GeneratedFile> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = path(file);
            if (!text(path).equals(file.text())) {
                AtomicFile.write(path, file.text());
                written.add(path);
            }
        }
        return written;
    }

    /** Where a file lies. */
    public Path path(GeneratedFile file) {
        return root.resolve(file.path());
    }

    /** What is there; empty if nothing is. */
    public static String text(Path path) throws IOException {
        return Files.isRegularFile(path) ? Files.readString(path) : "";
    }
}
