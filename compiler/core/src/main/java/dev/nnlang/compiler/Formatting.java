package dev.nnlang.compiler;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Severity;
import java.util.List;

/**
 * What came of laying a file out.
 *
 * @param diagnostics mistakes of syntax, in the order of the text
 * @param text the file in its one canonical layout; empty if there are errors
 */
public record Formatting(List<Diagnostic> diagnostics, String text) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
