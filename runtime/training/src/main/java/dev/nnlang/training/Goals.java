package dev.nnlang.training;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Parts;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.metrics.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which metrics a run has, and which of them chooses the epoch. */
final class Goals {
    private Goals() {}

    /**
     * Makes sure that every metric of the condition to stop, and of the schedule of the rate, exists.
     *
     * @return the metric whose best epoch is kept: the first validation metric that the condition names, otherwise the
     *     validation loss; empty without validation rows
     * @throws SettingException if one does not exist
     */
    static String check(Settings settings, Schema schema, Trainable<?> network, Parts parts) {
        Until until = settings.until();
        List<String> classes = classes(schema, network);
        checkMeasured("until", until.metrics(), ", epoch, step or time", classes, parts);
        checkMeasured("rate", settings.rate().metrics(), "", classes, parts);
        checkWatched(settings.watch(), classes);
        if (parts.validation().size() == 0) {
            return "";
        }
        return until.metrics().stream()
                .filter(metric -> metric.startsWith("validation."))
                .findFirst()
                .orElse("validation.loss");
    }

    private static void checkMeasured(
            String setting, Set<String> metrics, String others, List<String> classes, Parts parts) {
        for (String metric : metrics) {
            if (!exists(metric, classes, parts)) {
                List<String> known = known(classes, parts);
                throw new SettingException(setting + ": expected " + String.join(", ", known) + others + ", but found `"
                        + metric + "`" + Suggestion.of(metric, known));
            }
        }
    }

    private static void checkWatched(List<String> watched, List<String> classes) {
        for (String written : watched) {
            if (MetricName.parse(written).filter(metric -> metric.fits(classes)).isEmpty()) {
                List<String> known = MetricName.all(classes);
                throw new SettingException("watch: expected " + String.join(", ", known) + ", but found `" + written
                        + "`" + Suggestion.of(written, known));
            }
        }
    }

    /** Those of the target; none if it is numbers. */
    static List<String> classes(Schema schema, Trainable<?> network) {
        if (!(network.targets().get(0) instanceof Port.Labels<?> labels)) {
            return List.of();
        }
        return schema.targets().stream()
                .filter(column -> column.name().equals(labels.column()))
                .map(column -> ((Column.Labels) column.kind()).values())
                .findFirst()
                .orElseThrow();
    }

    private static boolean exists(String written, List<String> classes, Parts parts) {
        String split = written.substring(0, Math.max(0, written.indexOf('.')));
        boolean measured = split.equals("train")
                || split.equals("validation") && parts.validation().size() > 0;
        return measured
                && MetricName.parse(written.substring(split.length() + 1))
                        .filter(metric -> metric.isNumber() && metric.fits(classes))
                        .isPresent();
    }

    private static List<String> known(List<String> classes, Parts parts) {
        List<String> splits = parts.validation().size() > 0 ? List.of("validation.", "train.") : List.of("train.");
        List<String> known = new ArrayList<>();
        for (String split : splits) {
            MetricName.all(classes).forEach(metric -> known.add(split + metric));
        }
        return known;
    }
}
