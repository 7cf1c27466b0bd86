package dev.nnlang.cli;

import dev.nnlang.training.console.Screen;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code nn} command. Results go to standard output, messages to standard error. Exit codes: 0, 1 for a user's
 * mistake, 2 for wrong usage, 70 for a bug of ours.
 */
@Command(
        name = "nn",
        description = "Compiles neural networks, written down in .nn files, to Java.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DescribeCommand.class,
            GenerateCommand.class,
            TrainCommand.class,
            PredictCommand.class,
            GradcheckCommand.class,
            FormatCommand.class,
            GenerateCompletion.class
        })
final class Nn implements Runnable {

    private final PrintStream out;
    private final PrintStream err;
    private final Screen screen;

    @Spec
    private CommandSpec spec;

    private Nn(PrintStream out, PrintStream err, Screen screen) {
        this.out = out;
        this.err = err;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        CommandLine line = commandLine(System.out, System.err, Screen.detect());
        IExecutionStrategy here = line.getExecutionStrategy();
        line.setExecutionStrategy(
                command -> VectorJvm.isWorthwhile(command) ? VectorJvm.run(arguments) : here.execute(command));
        System.exit(line.execute(arguments));
    }

    /** The command, speaking to the given streams. */
    static CommandLine commandLine(PrintStream out, PrintStream err, Screen screen) {
        CommandLine line = new CommandLine(new Nn(out, err, screen))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(screen.coloured() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
        IExecutionStrategy execution = line.getExecutionStrategy();
        line.setExecutionStrategy(command -> {
            int exitCode = execution.execute(command);
            return exitCode == ExitCode.OK ? written(out, err) : exitCode;
        });
        // Useful to shells, noise to people.
        line.getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(true);
        return line;
    }

    /** Streams of print only remember that a disk was full: whoever reads the result must not take a part for the whole. */
    private static int written(PrintStream out, PrintStream err) {
        if (!out.checkError()) {
            return ExitCode.OK;
        }
        err.println("error: the result could not be written to the end: is the disk full?");
        return ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** For results. */
    PrintStream out() {
        return out;
    }

    /** For messages. */
    PrintStream err() {
        return err;
    }

    Screen screen() {
        return screen;
    }

    Report report() {
        return new Report(err, screen.coloured());
    }
}
