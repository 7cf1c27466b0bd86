package dev.nnlang.compiler.tests.cases;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Stage;
import dev.nnlang.compiler.tests.harness.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with a file, {@code input.nn}, and what becomes of it: {@code model.txt}, {@code graph.txt}, {@code program.txt} and the classes under
 * {@code java}.
 */
record CaseFolder(Path directory) {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String INPUT = "input.nn";

    static List<CaseFolder> all() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith(INPUT))
                    .map(file -> new CaseFolder(file.getParent()))
                    .sorted((a, b) -> a.directory.compareTo(b.directory))
                    .toList();
        }
    }

    Compilation compile() throws IOException {
        return Compiled.compile(INPUT, Files.readString(directory.resolve(INPUT)), Options.DEFAULT);
    }

    /** What the compiler makes, by the name of the file that is to hold it. */
    static Map<String, String> made(Compilation compilation) {
        Map<String, String> files = new TreeMap<>();
        for (Stage stage : List.of(Stage.MODEL, Stage.GRAPH, Stage.PROGRAM)) {
            files.put(stage.name().toLowerCase() + ".txt", compilation.dumps().get(stage));
        }
        for (GeneratedFile file : compilation.files()) {
            files.put("java/" + Path.of(file.path()).getFileName(), file.text());
        }
        return files;
    }

    /** The files that are here, without the input. */
    Map<String, String> found() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                found.put(name, Files.readString(file));
            }
        }
        found.remove(INPUT);
        return found;
    }

    /** Makes the folder hold {@code made} and nothing else. */
    void update(Map<String, String> made) throws IOException {
        for (String orphan : found().keySet()) {
            Files.delete(directory.resolve(orphan));
        }
        Files.createDirectories(directory.resolve("java"));
        for (Map.Entry<String, String> file : made.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    @Override
    public String toString() {
        return CASES.relativize(directory).toString();
    }
}
