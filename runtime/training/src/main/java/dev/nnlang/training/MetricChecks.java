package dev.nnlang.training;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.split.Parts;
import dev.nnlang.training.metrics.ActivationMetrics;
import dev.nnlang.training.metrics.MetricName;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Suggestion;
import dev.nnlang.training.settings.Until;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which metrics a run has, and which of them chooses the epoch. */
final class MetricChecks {
    private final Trainable<?> network;
    private final boolean validates;
    private final Map<String, List<String>> targets;

    private MetricChecks(Schema schema, Trainable<?> network, Parts parts) {
        this.network = network;
        this.validates = parts.validation().size() > 0;
        this.targets = targets(schema, network);
    }

    /**
     * Makes sure that every metric of the condition to stop, and of the schedule of the rate, exists.
     *
     * @return the metric whose best epoch is kept: the first validation metric that the condition names and that judges
     *     answers, otherwise the validation loss; empty without validation rows
     * @throws SettingException if one does not exist
     */
    static String check(Settings settings, Schema schema, Trainable<?> network, Parts parts) {
        MetricChecks goals = new MetricChecks(schema, network, parts);
        Until until = settings.until();
        goals.checkMeasured("until", until.metrics(), ", epoch, step or time");
        goals.checkMeasured("rate", settings.rate().metrics(), "");
        goals.checkWatched(settings.watch());
        if (!goals.validates) {
            return "";
        }
        return until.metrics().stream()
                .filter(metric ->
                        metric.startsWith("validation.") && !name(metric).looksInside())
                .findFirst()
                .orElse("validation.loss");
    }

    private void checkMeasured(String setting, Set<String> metrics, String others) {
        for (String metric : metrics) {
            if (!exists(metric)) {
                List<String> known = known();
                throw new SettingException(setting + ": expected " + String.join(", ", known) + others + ", but found `"
                        + metric + "`" + Suggestion.of(metric, known));
            }
        }
    }

    private void checkWatched(List<String> watched) {
        for (String written : watched) {
            if (MetricName.parse(written)
                    .filter(metric -> metric.fits(targets) && isSeen(metric, "train"))
                    .isEmpty()) {
                List<String> known = known("train");
                throw new SettingException("watch: expected " + String.join(", ", known) + ", but found `" + written
                        + "`" + Suggestion.of(written, known));
            }
        }
    }

    /** The classes of each target, none if it is numbers; the only one has no name. */
    static Map<String, List<String>> targets(Schema schema, Trainable<?> network) {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        boolean alone = network.targets().size() == 1;
        for (Port<?> port : network.targets()) {
            String column = port.columns().get(0);
            targets.put(alone ? "" : column, port instanceof Port.Labels<?> ? classes(schema, column) : List.of());
        }
        return targets;
    }

    private static List<String> classes(Schema schema, String target) {
        return schema.targets().stream()
                .filter(column -> column.name().equals(target))
                .map(column -> ((Column.Labels) column.kind()).values())
                .findFirst()
                .orElseThrow();
    }

    private static MetricName name(String measured) {
        return MetricName.parse(measured.substring(measured.indexOf('.') + 1)).orElseThrow();
    }

    private boolean exists(String written) {
        String split = written.substring(0, Math.max(0, written.indexOf('.')));
        return splits().contains(split)
                && MetricName.parse(written.substring(split.length() + 1))
                        .filter(metric -> metric.isNumber() && metric.fits(targets) && isSeen(metric, split))
                        .isPresent();
    }

    /** Gradients are there while training; activations if the trainer shows them. */
    private boolean isSeen(MetricName metric, String split) {
        if (metric.name().equals(ActivationMetrics.GRADIENT_NORM)) {
            return split.equals("train");
        }
        return !metric.looksInside() || !network.activations().isEmpty();
    }

    private List<String> splits() {
        return validates ? List.of("validation", "train") : List.of("train");
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        for (String split : splits()) {
            known(split).forEach(metric -> known.add(split + "." + metric));
        }
        return known;
    }

    private List<String> known(String split) {
        List<String> known = new ArrayList<>(MetricName.all(targets));
        ActivationMetrics.NAMES.stream()
                .filter(name -> isSeen(MetricName.parse(name).orElseThrow(), split))
                .forEach(known::add);
        return known;
    }
}
