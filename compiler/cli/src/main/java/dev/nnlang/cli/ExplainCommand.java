package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Stage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn explain}. */
@Command(
        name = "explain",
        description =
                "Show the layers and the memory: shapes, parameters, cost, bytes; or what a stage of the compiler made.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path path;

    @Option(names = "--stage", paramLabel = "STAGE", description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private Stage stage;

    @Option(
            names = "--cost",
            description = "Show the steps instead: floating-point operations, bytes moved, how often threads wait.")
    private boolean cost;

    @Mixin
    private Overrides overrides;

    @ParentCommand
    private Nn nn;

    private String text(Compilation compilation) {
        if (stage != null) {
            return compilation.dumps().getOrDefault(stage, "");
        }
        return cost ? compilation.costs() : compilation.explanation();
    }

    @Override
    public Integer call() {
        Options options = overrides.optionsWithoutRun();
        Compilation compilation = Compiler.compile(Sources.asGenerated(path), options);
        // A stage that was reached is worth seeing even if a later one found errors.
        nn.out().print(text(compilation));
        return nn.report().show(Compiler.compile(Sources.asTyped(path), options).diagnostics());
    }
}
