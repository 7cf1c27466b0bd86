package dev.nnlang.compiler;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts that are checked against files under {@code src/test/resources}. Run with {@code -Dgolden.update=true} to write
 * them anew, and review the difference like code.
 */
public final class Golden {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** The case folders below {@code folder}, by name. */
    public static List<Path> cases(String folder) {
        return list(RESOURCES.resolve(folder));
    }

    /** What a folder holds, by name. */
    public static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that {@code file} holds {@code actual}. */
    public static void check(Path file, String actual) {
        if (Boolean.getBoolean("golden.update")) {
            write(file, actual);
        }
        assertWithMessage(file.toString()).that(actual).isEqualTo(read(file));
    }

    /** Checks that each case of {@code folder} holds the files {@code names} and nothing else. */
    public static void checkNoOrphans(String folder, Set<String> names) {
        for (Path directory : cases(folder)) {
            List<String> found = list(directory).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertWithMessage(directory.toString()).that(found).containsExactlyElementsIn(names);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
