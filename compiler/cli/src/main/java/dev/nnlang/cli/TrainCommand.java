package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.console.TrainingProgram;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn train}. */
@Command(
        name = "train",
        description = "Train a network; write its model file and the Java that it becomes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer>, Computing {

    @Parameters(paramLabel = "FILE", description = "The .nn file; the data's paths start from its folder.")
    private Path file;

    @Option(names = "--network", paramLabel = "NAME", description = "The network, if there is more than one.")
    private String network;

    @Option(names = "--from", paramLabel = "MODEL", description = "Start from the weights of this model file.")
    private Path from;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; else a folder named as the network.")
    private Path out;

    @Mixin
    private Overrides overrides;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        Optional<Compilation> compilation = Compilations.of(file, overrides.options(), nn.report());
        if (compilation.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        GeneratedTrainer trainer = GeneratedTrainer.of(compilation.get(), network);
        nn.err().println(nn.screen().bold("network") + "  " + trainer.network().summary());
        TrainingTask task = new Recipe(Sources.asGenerated(file), overrides.params()).addTo(trainer.task());
        Settings settings = settings(task);
        JavaBesideModel java =
                new JavaBesideModel(settings.out(), compilation.get().files());
        java.check();
        return new TrainingProgram(task, nn.out(), nn.err(), nn.screen()).run(settings, java);
    }

    private Settings settings(TrainingTask task) {
        Path folder = file.toAbsolutePath().getParent();
        Path named = Path.of(task.network().toLowerCase(Locale.ROOT));
        Settings settings = task.settings().base(folder).out(out == null ? named : out);
        if (from != null) {
            settings = settings.from(from);
        }
        for (Map.Entry<String, String> setting : overrides.settings().entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        return settings;
    }
}
