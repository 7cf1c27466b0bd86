package dev.nnlang.cli;

import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Formatting;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.toolchain.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn format}. */
@Command(name = "format", description = "Lay files out in the one canonical way.", mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .nn files.")
    private List<Path> files;

    @Option(names = "--check", description = "Change nothing; fail if a file is laid out otherwise, and name it.")
    private boolean checkOnly;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        int exitCode = 0;
        for (Path path : files) {
            exitCode |= format(path);
        }
        return exitCode;
    }

    private int format(Path path) {
        SourceFile file = Sources.asTyped(path);
        Formatting formatting = Compiler.format(file);
        if (formatting.hasErrors()) {
            return nn.report().show(formatting.diagnostics());
        }
        if (formatting.text().equals(file.text())) {
            return ExitCode.OK;
        }
        if (!checkOnly) {
            write(path, formatting.text());
        }
        nn.out().println((checkOnly ? "not formatted: " : "formatted ") + path);
        return checkOnly ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static void write(Path path, String text) {
        try {
            AtomicFile.write(path, text);
        } catch (IOException e) {
            throw new UserError("cannot write " + path + ": " + e.getMessage());
        }
    }
}
