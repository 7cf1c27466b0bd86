package dev.nnlang.training;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.metrics.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What training came to.
 *
 * @param epochs all of them, in order
 * @param kept the one whose weights the model has
 * @param reason the condition that ended training, as it is written in the language
 * @param part what the final metrics are of: {@code test}; without test rows {@code validation}, without those {@code
 *     train}
 * @param metrics the final ones, of the weights that were kept
 * @param model weights, statistics of the preprocessing, and metadata
 */
public record TrainingResult(
        List<Epoch> epochs, Epoch kept, String reason, String part, Metrics metrics, ModelFile model) {

    public TrainingResult {
        epochs = List.copyOf(epochs);
    }

    /**
     * The result in one line: {@code test accuracy 0.9667 (29 of 30)}, of a regression {@code test loss 0.1234}, of several
     * outputs {@code test loss 0.2345, price loss 0.1234, kind accuracy 0.9667 (29 of 30)}.
     */
    public String summary() {
        if (metrics.targets().isEmpty()) {
            return summary(part, metrics);
        }
        String all = String.format(Locale.ROOT, "%s loss %.4f", part, metrics.loss());
        return metrics.targets().entrySet().stream()
                .map(target -> ", " + summary(target.getKey(), target.getValue()))
                .collect(Collectors.joining("", all, ""));
    }

    private static String summary(String of, Metrics metrics) {
        return metrics.confusion()
                .map(confusion -> String.format(
                        Locale.ROOT,
                        "%s accuracy %.4f (%d of %d)",
                        of,
                        metrics.accuracy().orElseThrow(),
                        confusion.correct(),
                        metrics.rows()))
                .orElseGet(() -> String.format(Locale.ROOT, "%s loss %.4f", of, metrics.loss()));
    }
}
