package dev.nnlang.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Keeps the classes of SIMD sources in step with them, in a folder that holds the project's own classes too.
 *
 * @param ledgerFile where the last run is remembered
 */
record SimdClasses(Path output, Path ledgerFile) {

    /** Whether the last run had these inputs and all that it wrote is still there. */
    boolean upToDate(String inputs) throws IOException {
        Ledger last = Ledger.read(ledgerFile);
        return last.inputs().equals(inputs) && new OutputTree(output).holds(last);
    }

    /**
     * Compiles {@code sources}, deletes what the last run wrote and this one does not, and remembers from which inputs.
     *
     * @return the class files that were written or deleted
     */
    List<Path> compile(String inputs, List<Path> sources, Javac javac) throws IOException, MojoExecutionException {
        Map<String, String> stale = new TreeMap<>(Ledger.read(ledgerFile).outputs());
        Map<String, String> hashes = new TreeMap<>();
        List<Path> touched = new ArrayList<>();
        if (!sources.isEmpty()) {
            for (String path : javac.compile(sources, output)) {
                hashes.put(path, hash(path));
                stale.remove(path);
                touched.add(output.resolve(path));
            }
        }
        for (Map.Entry<String, String> old : stale.entrySet()) {
            Path path = output.resolve(old.getKey());
            if (Files.exists(path) && hash(old.getKey()).equals(old.getValue())) {
                Files.delete(path);
                touched.add(path);
            }
        }
        new Ledger(inputs, hashes).write(ledgerFile);
        return touched;
    }

    private String hash(String path) throws IOException {
        return new Fingerprint().add(output.resolve(path)).toString();
    }
}
