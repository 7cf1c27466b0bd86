package dev.nnlang.training.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How well classes are recognised.
 *
 * @param ranks {@code [classes]}: for how many rows the right class was given the highest probability, the second highest,
 *     and so on
 * @param rocAuc the area under the curve of true against false positives, which is the probability that a row of the one
 *     class is ranked above a row of the other; NaN unless there are two classes and rows of both
 */
public record ClassScores(ConfusionMatrix confusion, int[] ranks, double rocAuc) {

    public ClassScores {
        ranks = ranks.clone();
    }

    /** The share of rows whose class is among the {@code k} most probable. */
    public double topK(int k) {
        return (double) Arrays.stream(ranks).limit(k).sum()
                / Arrays.stream(ranks).sum();
    }

    OptionalDouble value(MetricName metric) {
        double value =
                switch (metric.name()) {
                    case "accuracy" -> (double) confusion.correct() / confusion.total();
                    case "top_k" -> topK(Integer.parseInt(metric.argument()));
                    case "roc_auc" -> rocAuc;
                    default -> ofClass(metric);
                };
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double ofClass(MetricName metric) {
        int actual = confusion.classes().indexOf(metric.argument());
        if (!metric.isOfAClass() || actual < 0 && !metric.argument().isEmpty()) {
            return Double.NaN;
        }
        return switch (metric.name()) {
            case "precision" -> actual < 0 ? confusion.mean(confusion::precision) : confusion.precision(actual);
            case "recall" -> actual < 0 ? confusion.mean(confusion::recall) : confusion.recall(actual);
            default -> actual < 0 ? confusion.mean(confusion::f1) : confusion.f1(actual);
        };
    }
}
