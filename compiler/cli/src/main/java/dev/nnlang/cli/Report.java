package dev.nnlang.cli;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.diagnostic.Severity;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** Shows diagnostics. */
record Report(PrintStream err, boolean coloured) {

    /**
     * Shows what there is to say of a file.
     *
     * @return the exit code: whether there are errors
     */
    int show(List<Diagnostic> diagnostics) {
        err.print(Renderer.render(diagnostics, coloured));
        boolean errors = diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return errors ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
