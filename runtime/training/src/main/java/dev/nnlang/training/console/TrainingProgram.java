package dev.nnlang.training.console;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingException;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.metrics.ConfusionMatrix;
import dev.nnlang.training.metrics.MetricName;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.settings.Setting;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Training as a program: settings from the command line, the whole dialogue, an exit code. */
public final class TrainingProgram {
    private static final Set<String> ALWAYS_REPORTED = Set.of("loss", "accuracy", "mean_squared_error");

    /** All went well. */
    public static final int SUCCESS = 0;

    /** Data, a setting or a model file is wrong. */
    public static final int USER_ERROR = 1;

    /** The command line is wrong. */
    public static final int WRONG_USAGE = 2;

    private final TrainingTask task;
    private final PrintStream out;
    private final PrintStream err;
    private final Screen screen;

    /** @param out for results, {@code err} for messages */
    public TrainingProgram(TrainingTask task, PrintStream out, PrintStream err, Screen screen) {
        this.task = task;
        this.out = out;
        this.err = err;
        this.screen = screen;
    }

    /** What a caller adds to the dialogue. */
    public interface Additions {
        /** Writes more files; returns what to say of each, as {@code iris/java/ (4 files)}. */
        default List<String> write(TrainingResult result) throws IOException {
            return List.of();
        }
    }

    /** The {@code main} of a generated trainer: arguments are {@code name=value}. Ends the JVM unless all goes well. */
    public static void main(TrainingTask task, String[] args) {
        int code = new TrainingProgram(task, System.out, System.err, Screen.detect()).run(args);
        if (code != SUCCESS) {
            System.exit(code);
        }
    }

    /** Runs with arguments of the form {@code name=value}; returns the exit code. */
    public int run(String... args) {
        if (Arrays.asList(args).contains("--help")) {
            out.print(help());
            return SUCCESS;
        }
        Settings settings = task.settings();
        try {
            for (String arg : args) {
                int equals = arg.indexOf('=');
                if (equals < 0) {
                    throw new SettingException("expected name=value, but found `" + arg + "`; see --help");
                }
                settings = settings.with(arg.substring(0, equals), arg.substring(equals + 1));
            }
        } catch (SettingException e) {
            return fail(e, WRONG_USAGE);
        }
        return run(settings, new Additions() {});
    }

    /** Runs with these settings; returns the exit code. */
    public int run(Settings settings, Additions additions) {
        try (Progress progress = new Progress(err, screen, settings)) {
            TrainingResult result = Training.run(task, settings, progress);
            List<String> written = new ArrayList<>(List.of(write(result, settings), history(result, settings)));
            written.addAll(additions.write(result));
            progress.say("wrote", String.join(", ", written));
            report(result, settings);
            return SUCCESS;
        } catch (OutOfMemoryError e) {
            return fail(
                    new TrainingException(
                            "memory does not suffice: give Java more with -Xmx, make batches smaller, or let"
                                    + " rows stream by, with `stream: 10000` in `data "
                                    + task.data().name() + "`"),
                    USER_ERROR);
        } catch (IOException | TrainingException | SettingException e) {
            return fail(e, USER_ERROR);
        }
    }

    private String write(TrainingResult result, Settings settings) throws IOException {
        Path path = settings.out().resolve(task.modelFile());
        result.model().write(path);
        return path + " (" + Figures.bytes(Files.size(path)) + ")";
    }

    private String history(TrainingResult result, Settings settings) throws IOException {
        Path path = settings.out().resolve(task.historyFile());
        int lines = new HistoryFile(result, settings).write(path);
        return path + " (" + lines + " lines)";
    }

    private void report(TrainingResult result, Settings settings) {
        List<MetricName> watched = settings.watch().stream()
                .flatMap(written -> MetricName.parse(written).stream())
                .toList();
        Metrics all = result.metrics();
        if (!all.targets().isEmpty()) {
            figures(result.part(), "", all, of("", watched));
        }
        all.byTarget().forEach((target, metrics) -> {
            tables(target, metrics, of(target, watched));
            figures(result.part(), target, metrics, of(target, watched));
        });
        out.println(result.summary());
    }

    private static List<MetricName> of(String target, List<MetricName> watched) {
        return watched.stream().filter(metric -> metric.target().equals(target)).toList();
    }

    private void tables(String target, Metrics metrics, List<MetricName> watched) {
        String heading = target.isEmpty() ? "" : target + "\n";
        if (watched.stream().anyMatch(metric -> !metric.isNumber())) {
            metrics.confusion().ifPresent(table -> out.println(heading + table));
        }
        if (watched.stream().anyMatch(MetricName::isOfAClass)) {
            metrics.confusion().map(ConfusionMatrix::report).ifPresent(table -> out.println(heading + table));
        }
    }

    private void figures(String part, String target, Metrics metrics, List<MetricName> watched) {
        watched.stream()
                .filter(metric -> !ALWAYS_REPORTED.contains(metric.name()) || isLossOfOneAmongSeveral(metric))
                .forEach(metric -> metrics.value(metric.ofTarget(""))
                        .ifPresent(value -> out.println(part + " " + metric + " " + Figures.loss(value))));
        String of = target.isEmpty() ? "" : target + " ";
        if (metrics.confusion().isPresent()) {
            out.println(part + " " + of + "loss " + Figures.loss(metrics.loss()));
        }
        metrics.meanSquaredError()
                .ifPresent(error -> out.println(part + " " + of + "mean squared error " + Figures.loss(error)
                        + " in the square of the data's units"));
    }

    private static boolean isLossOfOneAmongSeveral(MetricName metric) {
        return metric.name().equals("loss") && !metric.target().isEmpty();
    }

    private int fail(Exception e, int code) {
        err.println(screen.red("error") + ": " + e.getMessage());
        return code;
    }

    private String help() {
        StringBuilder text = new StringBuilder(
                "Trains " + task.network() + " on " + task.data().name() + ". Settings are given as name=value:\n\n");
        for (Setting setting : Setting.values()) {
            text.append(String.format(
                    Locale.ROOT, "  %-7s %s%n          %s%n", setting.written(), setting.doc(), setting.expected()));
        }
        return text.toString();
    }
}
