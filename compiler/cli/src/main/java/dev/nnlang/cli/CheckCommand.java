package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn check}. */
@Command(name = "check", description = "Look for mistakes, all of them at once.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .nn files.")
    private List<Path> files;

    @Option(names = "--strict", description = "Warnings fail the check too.")
    private boolean strict;

    @Mixin
    private Overrides overrides;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        int exitCode = 0;
        for (Path path : files) {
            SourceFile file = Sources.asTyped(path);
            Compilation compilation = Compiler.compile(file, overrides.optionsWithoutRun());
            exitCode |= nn.report().show(compilation.diagnostics());
            exitCode |= strict && !compilation.diagnostics().isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
        return exitCode;
    }
}
