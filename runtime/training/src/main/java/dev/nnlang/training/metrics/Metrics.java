package dev.nnlang.training.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a network does on some rows.
 *
 * @param rows how many
 * @param loss the mean of what training minimises
 * @param classes of a classification
 * @param distances of a regression
 * @param flow of what happens between input and output
 * @param targets of a network with several outputs: how well it does on each target, by the target's name; otherwise empty
 */
public record Metrics(
        int rows,
        double loss,
        Optional<ClassScores> classes,
        Optional<DistanceScores> distances,
        ActivationMetrics flow,
        Map<String, Metrics> targets) {

    public Metrics {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /** Of the only answers of a network, alone. */
    public Metrics(int rows, double loss, Optional<ClassScores> classes, Optional<DistanceScores> distances) {
        this(rows, loss, classes, distances, ActivationMetrics.NONE, Map.of());
    }

    /** Of a network with several outputs. */
    public static Metrics of(int rows, double loss, Map<String, Metrics> targets) {
        return new Metrics(rows, loss, Optional.empty(), Optional.empty(), ActivationMetrics.NONE, targets);
    }

    /** With what was seen on the way to the answers. */
    public Metrics with(ActivationMetrics seen) {
        return new Metrics(rows, loss, classes, distances, seen, targets);
    }

    /** These of the only target, by no name; or else those of each, by its name. */
    public Map<String, Metrics> byTarget() {
        return targets.isEmpty() ? Map.of("", this) : targets;
    }

    /** How often each class was taken for each; empty for a regression. */
    public Optional<ConfusionMatrix> confusion() {
        return classes.map(ClassScores::confusion);
    }

    /** The share of rows whose class was recognised; empty for a regression. */
    public OptionalDouble accuracy() {
        return value("accuracy");
    }

    /** In the squared units of the data, before any preprocessing of the target; empty for a classification. */
    public OptionalDouble meanSquaredError() {
        return value("mean_squared_error");
    }

    /** By its name in the language; empty if there is no such metric here, or it is not defined on these rows. */
    public OptionalDouble value(String written) {
        return MetricName.parse(written).map(this::value).orElse(OptionalDouble.empty());
    }

    /** See {@link #value(String)}. */
    public OptionalDouble value(MetricName metric) {
        if (!metric.target().isEmpty()) {
            Metrics ofTarget = targets.get(metric.target());
            return ofTarget == null ? OptionalDouble.empty() : ofTarget.value(metric.ofTarget(""));
        }
        if (metric.name().equals("loss")) {
            return OptionalDouble.of(loss);
        }
        if (metric.looksInside()) {
            return flow.value(metric);
        }
        return classes.map(scores -> scores.value(metric))
                .or(() -> distances.map(scores -> scores.value(metric)))
                .orElse(OptionalDouble.empty());
    }

    /** Whether more is better; less is otherwise. */
    public static boolean ascends(String written) {
        return MetricName.parse(written).map(MetricName::ascends).orElse(false);
    }
}
