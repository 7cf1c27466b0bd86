package dev.nnlang.compiler.tests.errors;

import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.source.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder {@code <code>-<slug>} with a mistake ({@code input.nn}, and {@code params.properties} where params are given from outside) and what
 * its author reads ({@code expected.txt}).
 */
record ErrorCase(Path directory) {

    static final Set<String> FILES = Set.of("input.nn", "params.properties", "expected.txt");

    private static final Path ERRORS = Path.of("src/test/resources/errors");

    static List<ErrorCase> all() throws IOException {
        try (Stream<Path> directories = Files.list(ERRORS)) {
            return directories.sorted().map(ErrorCase::new).toList();
        }
    }

    /** The kind that the folder is named after: the longest code that its name begins with. */
    Optional<DiagnosticKind> kind() {
        return Arrays.stream(DiagnosticKind.values())
                .filter(kind -> toString().startsWith(kind.code() + "-"))
                .max(Comparator.comparing(kind -> kind.code().length()));
    }

    List<Diagnostic> diagnostics() throws IOException {
        SourceFile file = new SourceFile("input.nn", Files.readString(directory.resolve("input.nn")));
        return Compiler.compile(file, Options.DEFAULT.withParams(params())).diagnostics();
    }

    /** The names of all files in the folder. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    Path expected() {
        return directory.resolve("expected.txt");
    }

    private Map<String, String> params() throws IOException {
        Path file = directory.resolve("params.properties");
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty, (a, b) -> a, TreeMap::new));
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
