package dev.nnlang.training.settings;

import dev.nnlang.training.metrics.MetricName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The settings that can be given as text: the one table from which help and messages come. */
public enum Setting {
    RATE(
            "a number of at least 0, or a schedule as in the language",
            "learning rate: 0.05 or cosine(0.05, epochs: 20)",
            (settings, text) -> settings.rate(ScheduleParser.parse(text))),
    BATCH("a whole number above 0, or all", "rows a step", (settings, text) -> settings.batch(batch(text))),
    SEED("a whole number", "of initial weights, split and order", (settings, text) -> settings.seed(whole(text))),
    UNTIL(
            "a condition",
            "when to stop: epoch = 20 or validation.loss < 0.1",
            (settings, text) -> settings.until(Until.parse(text))),
    EPOCHS(
            "a whole number",
            "short for until=\"epoch = NUMBER\"",
            (settings, text) -> settings.until(Until.epoch(natural(text)))),
    SOURCE("a path", "rows to read instead of the declared ones; images,labels for IDX", Settings::source),
    TEST("a path", "test rows to read instead of the declared ones", Settings::test),
    BASE("a directory", "where relative data paths start", (settings, text) -> settings.base(Path.of(text))),
    OUT("a directory", "where the model file is written", (settings, text) -> settings.out(Path.of(text))),
    FROM("a model file", "whose weights to start from", (settings, text) -> settings.from(Path.of(text))),
    WATCH(
            "names of metrics",
            "what to show beside loss and accuracy: f1, recall(CLASS), top_k(3), confusion, r2, gradient_norm, …",
            (settings, text) -> settings.watch(metrics(text))),
    THREADS(
            "a whole number above 0",
            "how many share a step, if the network is not to decide; the results are the same",
            (settings, text) -> settings.threads(count(text)));

    private final String expected;
    private final String doc;
    private final BiFunction<Settings, String, Settings> change;

    Setting(String expected, String doc, BiFunction<Settings, String, Settings> change) {
        this.expected = expected;
        this.doc = doc;
        this.change = change;
    }

    /** As it is written: {@code rate}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What values it takes, in words. */
    public String expected() {
        return expected;
    }

    /** What it is for, in a line. */
    public String doc() {
        return doc;
    }

    /** @throws SettingException if there is none of that name */
    static Setting named(String name) {
        List<String> names = Arrays.stream(values()).map(Setting::written).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new SettingException("there is no setting `" + name + "`" + Suggestion.of(name, names)
                    + "; there are " + String.join(", ", names));
        }
        return values()[index];
    }

    Settings apply(Settings settings, String text) {
        try {
            return change.apply(settings, text);
        } catch (SettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SettingException(written() + ": expected " + expected + ", but found `" + text + "`");
        }
    }

    private static long whole(String text) {
        return Long.parseLong(text);
    }

    private static int natural(String text) {
        int value = Integer.parseInt(text);
        if (value < 0) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static int count(String text) {
        int value = natural(text);
        if (value == 0) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static int batch(String text) {
        return text.equals("all") ? Settings.ALL_ROWS : count(text);
    }

    private static List<String> metrics(String text) {
        return Stream.of(text.split("\\s*,\\s*"))
                .map(name -> MetricName.parse(name).orElseThrow(IllegalArgumentException::new))
                .map(MetricName::toString)
                .toList();
    }
}
