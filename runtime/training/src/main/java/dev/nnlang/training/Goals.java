package dev.nnlang.training;

import dev.nnlang.training.data.Parts;
import java.util.ArrayList;
import java.util.List;

/** Which metrics a run has, and which of them chooses the epoch. */
final class Goals {
    private Goals() {}

    /**
     * Makes sure that every metric of a condition exists.
     *
     * @return the metric whose best epoch is kept: the first validation metric that the condition names, otherwise the
     *     validation loss; empty without validation rows
     * @throws SettingException if one does not exist
     */
    static String check(Until until, Trainable<?> network, Parts parts) {
        List<String> known = known(network, parts);
        for (String metric : until.metrics()) {
            if (!known.contains(metric)) {
                throw new SettingException("until: expected " + String.join(", ", known) + ", epoch, step or time"
                        + ", but found `" + metric + "`" + Suggestion.of(metric, known));
            }
        }
        if (parts.validation().size() == 0) {
            return "";
        }
        return until.metrics().stream()
                .filter(metric -> metric.startsWith("validation."))
                .findFirst()
                .orElse("validation.loss");
    }

    private static List<String> known(Trainable<?> network, Parts parts) {
        String second = network.targets().get(0) instanceof Port.Labels<?> ? "accuracy" : "mean_squared_error";
        List<String> known = new ArrayList<>();
        if (parts.validation().size() > 0) {
            known.addAll(List.of("validation.loss", "validation." + second));
        }
        known.addAll(List.of("train.loss", "train." + second));
        return known;
    }
}
