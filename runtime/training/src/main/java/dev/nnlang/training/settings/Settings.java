package dev.nnlang.training.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a network is trained. The values of the {@code .nn} file are the defaults; each wither gives new settings that
 * differ in one.
 *
 * @param rate the learning rate
 * @param batch rows a step; 0 is {@link #ALL_ROWS}
 * @param seed of initial weights, split and order of rows
 * @param until when to stop
 * @param source rows to read instead of the declared ones: a path, or two with a comma between for IDX
 * @param test test rows to read instead of the declared ones
 * @param base the directory that relative data paths start from
 * @param out the directory that the model file is written to
 * @param from a model file whose weights to start from
 * @param watch metrics to show beside loss and accuracy, as the language names them: {@code f1}, {@code top_k(3)}; tables
 *     such as {@code confusion} are shown at the end
 * @param threads how many share a step; 0 lets the network decide
 */
public record Settings(
        Schedule rate,
        int batch,
        long seed,
        Until until,
        Optional<String> source,
        Optional<String> test,
        Path base,
        Path out,
        Optional<Path> from,
        List<String> watch,
        int threads) {

    /** A batch of the whole training part: gradient descent. */
    public static final int ALL_ROWS = 0;

    public Settings {
        watch = List.copyOf(watch);
    }

    /** Rate 0.1, batches of 32 rows, seed 1, 100 epochs; files in the working directory. */
    public static Settings defaults() {
        Path here = Path.of("");
        return new Settings(
                Schedule.constant(0.1),
                32,
                1,
                Until.epoch(100),
                Optional.empty(),
                Optional.empty(),
                here,
                here,
                Optional.empty(),
                List.of(),
                0);
    }

    /**
     * With one setting given as text, as on a command line: {@code with("batch", "all")}.
     *
     * @throws SettingException if there is no such setting, or the text is no value of it
     */
    public Settings with(String name, String value) {
        return Setting.named(name).apply(this, value.strip());
    }

    public Settings rate(double constant) {
        return rate(Schedule.constant(constant));
    }

    public Settings rate(Schedule schedule) {
        return new Settings(schedule, batch, seed, until, source, test, base, out, from, watch, threads);
    }

    public Settings batch(int rows) {
        return new Settings(rate, rows, seed, until, source, test, base, out, from, watch, threads);
    }

    public Settings seed(long value) {
        return new Settings(rate, batch, value, until, source, test, base, out, from, watch, threads);
    }

    public Settings until(Until condition) {
        return new Settings(rate, batch, seed, condition, source, test, base, out, from, watch, threads);
    }

    /** With rows from elsewhere: a path, or two with a comma between for IDX. */
    public Settings source(String paths) {
        return new Settings(rate, batch, seed, until, Optional.of(paths), test, base, out, from, watch, threads);
    }

    /** With test rows from elsewhere. */
    public Settings test(String paths) {
        return new Settings(rate, batch, seed, until, source, Optional.of(paths), base, out, from, watch, threads);
    }

    public Settings base(Path directory) {
        return new Settings(rate, batch, seed, until, source, test, directory, out, from, watch, threads);
    }

    public Settings out(Path directory) {
        return new Settings(rate, batch, seed, until, source, test, base, directory, from, watch, threads);
    }

    /** Starting from the weights of this model file. */
    public Settings from(Path model) {
        return new Settings(rate, batch, seed, until, source, test, base, out, Optional.of(model), watch, threads);
    }

    /** Whether a metric of some split is shown, or something depends on it. */
    public boolean measures(String metric) {
        Stream<String> deciding = Stream.concat(until.metrics().stream(), rate.metrics().stream());
        return watch.contains(metric) || deciding.anyMatch(name -> name.endsWith("." + metric));
    }

    /** With so many threads to share each step. */
    public Settings threads(int count) {
        return new Settings(rate, batch, seed, until, source, test, base, out, from, watch, count);
    }

    public Settings watch(List<String> metrics) {
        return new Settings(rate, batch, seed, until, source, test, base, out, from, metrics, threads);
    }
}
