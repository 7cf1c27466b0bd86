package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options.ElementType;
import dev.nnlang.training.gradcheck.GradientCheck;
import dev.nnlang.training.gradcheck.GradientReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn gradcheck}. */
@Command(
        name = "gradcheck",
        description = "Compare every gradient with finite differences, in double, on rows drawn at random.",
        mixinStandardHelpOptions = true)
final class GradcheckCommand implements Callable<Integer> {

    /** Enough that a sum over rows cannot be mistaken for a value of one. */
    private static final int ROWS = 8;

    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file;

    @Option(names = "--network", paramLabel = "NAME", description = "The network, if there is more than one.")
    private String network;

    @Option(names = "--seed", description = "Of the random rows; ${DEFAULT-VALUE} if not given.", defaultValue = "1")
    private long seed;

    @Mixin
    private Overrides overrides;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        Optional<Compilation> compilation =
                Compilations.of(file, overrides.optionsWithoutRun().withElementType(ElementType.DOUBLE), nn.report());
        if (compilation.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        GeneratedTrainer trainer = GeneratedTrainer.of(compilation.get(), network);
        GradientReport report = GradientCheck.run(trainer.inDouble(ROWS), seed, ROWS);
        nn.out().println(report);
        return report.agrees() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
