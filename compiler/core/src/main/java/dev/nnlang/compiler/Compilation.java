package dev.nnlang.compiler;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Severity;
import java.util.List;
import java.util.Map;

/**
 * What came of compiling a file.
 *
 * @param diagnostics all that there is to say, in the order of the text
 * @param files the generated classes, empty if there are errors
 * @param networks the networks that were compiled, in the order of the text
 * @param dumps each stage that was reached, printed
 * @param explanation the table of layers for people; empty if there are errors
 * @param costs the table of steps for people: operations, bytes and awaits; empty if there are errors
 */
public record Compilation(
        List<Diagnostic> diagnostics,
        List<GeneratedFile> files,
        List<CompiledNetwork> networks,
        Map<Stage, String> dumps,
        String explanation,
        String costs) {

    /**
     * A network and the classes that it became.
     *
     * @param summary {@code Iris for Flower, iris.nn:13: 4 -> 16 -> 3, 131 parameters, 1.6 kFLOP a row}
     * @param predictor fully qualified class name
     * @param trainer fully qualified class name; empty if the network has no {@code train} or training was not asked for
     * @param dataFiles the files with its rows, as they are written: {@code iris.csv}
     */
    public record CompiledNetwork(
            String name, String summary, String predictor, String trainer, List<String> dataFiles) {}

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
