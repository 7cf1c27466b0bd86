package dev.nnlang.training;

import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells, after the first epoch, which metrics are not defined on these rows: {@code roc_auc} where only one class occurs. */
final class UndefinedMetrics {

    private static final String WHY = " is undefined: only one class among the ";

    private final Settings settings;
    private final TrainingListener listener;
    private boolean looked;

    UndefinedMetrics(Settings settings, TrainingListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** @throws SettingException if something depends on such a metric */
    void look(Epoch epoch) {
        if (looked) {
            return;
        }
        looked = true;
        Set<String> deciding = new LinkedHashSet<>(settings.until().metrics());
        deciding.addAll(settings.rate().metrics());
        for (String metric : deciding) {
            if (epoch.metric(metric).isEmpty()) {
                throw new SettingException(
                        metric + WHY + metric.substring(0, metric.indexOf('.')) + " rows; watch another metric");
            }
        }
        Metrics shown = epoch.validation().orElse(epoch.train());
        String part = epoch.validation().isPresent() ? "validation" : "train";
        settings.watch().stream()
                .filter(metric ->
                        metric.endsWith("roc_auc") && shown.value(metric).isEmpty())
                .forEach(metric -> listener.warning(metric + WHY + part + " rows"));
    }
}
