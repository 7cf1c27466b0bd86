package dev.nnlang.maven;

import dev.nnlang.compiler.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Keeps a folder of generated sources in step with the {@code .nn} files they come from.
 *
 * @param ledgerFile where the last run is remembered
 */
record Generation(OutputTree output, Path ledgerFile) {

    /** Whether the last run had these inputs and all that it wrote is still there. */
    boolean upToDate(String inputs) throws IOException {
        Ledger last = Ledger.read(ledgerFile);
        return last.inputs().equals(inputs) && output.holds(last);
    }

    /**
     * Brings the folder to exactly {@code files}, and remembers from which inputs they were made.
     *
     * @return the files that were touched
     * @throws MojoFailureException if somebody else's file is in the way
     */
    List<Path> write(String inputs, List<GeneratedFile> files) throws IOException, MojoFailureException {
        List<Path> touched = output.replace(Ledger.read(ledgerFile), files);
        new Ledger(inputs, hashes(files)).write(ledgerFile);
        return touched;
    }

    private static Map<String, String> hashes(List<GeneratedFile> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.path(), Fingerprint.of(file.text())));
        return hashes;
    }
}
