package dev.nnlang.training.console;

import dev.nnlang.training.Epoch;
import dev.nnlang.training.metrics.MetricName;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.settings.Schedule;
import dev.nnlang.training.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Puts into one line how far training is and how well it goes. */
final class EpochLine {
    private static final int SHORTEST_BAR = 6;
    private static final int LONGEST_BAR = 21;
    private static final int MOST_LINES = 100;
    private static final String ACCURACY = "accuracy";

    private final Settings settings;
    private final OptionalInt limit;

    EpochLine(Settings settings) {
        this.settings = settings;
        this.limit = settings.until().epochLimit();
    }

    /** {@code epoch  37/200}; without a known last epoch {@code epoch 37}. */
    String position(int epoch) {
        if (limit.isEmpty()) {
            return "epoch " + epoch;
        }
        String last = Integer.toString(limit.getAsInt());
        return String.format(Locale.ROOT, "epoch %" + last.length() + "d/%s", epoch, last);
    }

    /** Whether an epoch's line stays on a terminal: each of a hundred, of more about a hundred. */
    boolean stays(int epoch) {
        int every = (int) Math.ceil(limit.orElse(epoch) / (double) MOST_LINES);
        return epoch <= 1 || epoch % Math.max(1, every) == 0;
    }

    /** What an epoch came to, most important first. */
    List<String> figures(Epoch epoch) {
        List<String> figures = new ArrayList<>();
        if (!(settings.rate() instanceof Schedule.Constant)) {
            figures.add(String.format(Locale.ROOT, "rate %.2g", epoch.rate()));
        }
        figures.add("loss " + Figures.loss(epoch.train().loss()));
        epoch.validation().map(Metrics::loss).ifPresent(loss -> figures.add("validation loss " + Figures.loss(loss)));
        Metrics shown = epoch.validation().orElse(epoch.train());
        shown.byTarget().forEach((target, metrics) -> metrics.accuracy()
                .ifPresent(accuracy -> figures.add(
                        new MetricName(target, ACCURACY, "") + String.format(Locale.ROOT, " %.4f", accuracy))));
        settings.watch().stream().filter(metric -> !isAlwaysShown(metric)).forEach(metric -> value(
                        metric, shown, epoch.train())
                .ifPresent(value -> figures.add(metric + " " + Figures.loss(value))));
        return figures;
    }

    private static boolean isAlwaysShown(String metric) {
        return metric.equals("loss")
                || MetricName.parse(metric).map(MetricName::name).equals(Optional.of(ACCURACY));
    }

    /** Validation has no gradients. */
    private static OptionalDouble value(String metric, Metrics shown, Metrics train) {
        return shown.value(metric).isPresent() ? shown.value(metric) : train.value(metric);
    }

    /** A line for a log. */
    String plain(Epoch epoch, double rowsPerSecond) {
        List<String> parts = new ArrayList<>(List.of(position(epoch.number())));
        parts.addAll(figures(epoch));
        if (epoch.number() > 0) {
            parts.add(Figures.speed(rowsPerSecond));
        }
        return String.join("  ", parts);
    }

    /**
     * A line for a terminal: as many of the figures as fit, and a bar in what is left.
     *
     * @param share of the work that is done
     * @param last the last epoch that is over
     * @param pace time left if that is known, and rows a second
     */
    String drawn(int epoch, double share, Optional<Epoch> last, List<String> pace, Screen screen) {
        List<String> parts = new ArrayList<>();
        last.ifPresent(over -> parts.addAll(figures(over)));
        parts.addAll(pace);
        String head = position(epoch) + " ";
        // One column stays free: some terminals wrap as soon as the last one is filled.
        int room = screen.width() - 1 - head.length();
        while (!parts.isEmpty() && room - length(parts) < SHORTEST_BAR) {
            parts.remove(parts.size() - 1);
        }
        int bar = Math.max(0, Math.min(LONGEST_BAR, room - length(parts)));
        int full = (int) Math.round(bar * Math.min(1, share));
        String drawn = screen.green("━".repeat(full)) + " ".repeat(bar - full);
        return head
                + drawn
                + String.join("", parts.stream().map(part -> "  " + part).toList());
    }

    private static int length(List<String> parts) {
        return parts.stream().mapToInt(part -> part.length() + 2).sum();
    }

    /** The time that the epochs still to come will take; empty if nobody knows how many. */
    Optional<Duration> left(double epochs, Duration elapsed) {
        if (limit.isEmpty() || epochs <= 0) {
            return Optional.empty();
        }
        double remaining = limit.getAsInt() - epochs;
        return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * remaining / epochs)));
    }

    /** The share of the run, or of the epoch if nobody knows how many there are. */
    double share(double epochs) {
        return limit.isPresent() ? epochs / limit.getAsInt() : epochs - Math.floor(epochs);
    }
}
