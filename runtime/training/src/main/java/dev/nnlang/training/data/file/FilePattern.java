package dev.nnlang.training.data.file;

import dev.nnlang.training.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the files or folders that a path with {@code *} in it means, by name. A star stands for anything within one name, except
 * for what is hidden.
 */
public final class FilePattern {
    private FilePattern() {}

    /** All that match, in the order of their names; without a star the path itself. */
    public static List<Path> find(Path base, String pattern) throws DataException {
        List<Path> found = List.of(pattern.startsWith("/") ? Path.of("/") : base);
        for (String name : pattern.split("/")) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                next.addAll(name.contains("*") ? matches(folder, name) : List.of(folder.resolve(name)));
            }
            found = next;
        }
        if (found.isEmpty()) {
            throw new DataException(
                    base.resolve(pattern.substring(0, pattern.indexOf('*'))) + pattern.substring(pattern.indexOf('*'))
                            + ": expected at least one, but nothing is called that; put it there, or name another place with the setting `source`");
        }
        return found;
    }

    private static List<Path> matches(Path folder, String name) throws DataException {
        Pattern regex = Pattern.compile(
                Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return list(folder).stream()
                .filter(path -> regex.matcher(path.getFileName().toString()).matches())
                .toList();
    }

    /** What a folder holds and does not hide, in the order of the names. */
    public static List<Path> list(Path folder) throws DataException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SourceFile(folder).explain(e);
        }
    }
}
