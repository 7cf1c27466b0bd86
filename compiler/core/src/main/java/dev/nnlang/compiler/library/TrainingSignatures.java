package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.CONDITION;
import static dev.nnlang.compiler.library.Signature.Category.METRIC;
import static dev.nnlang.compiler.library.Signature.Category.TRAIN_SETTING;
import static dev.nnlang.compiler.library.Signatures.planned;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.ClassName;
import dev.nnlang.compiler.library.Parameter.MetricName;
import dev.nnlang.compiler.library.Parameter.Whole;
import java.util.List;

/** What a {@code train} declaration may say. */
final class TrainingSignatures {

    static final List<Signature> ROWS = List.of(
            supported(TRAIN_SETTING, "loss", "what is made small; must be given"),
            supported(TRAIN_SETTING, "optimizer", "how weights follow the gradient; must be given"),
            supported(TRAIN_SETTING, "batch", "rows a step, or `all`", batch()),
            supported(TRAIN_SETTING, "seed", "what all randomness starts from", seed()),
            supported(TRAIN_SETTING, "until", "when training stops; epoch = 20 if nothing is said"),
            supported(TRAIN_SETTING, "watch", "what is reported besides the loss"),
            supported(TRAIN_SETTING, "regularize", "what holds the weights small: a penalty, max_norm, or both"),
            supported(TRAIN_SETTING, "clip", "what holds the gradients small"),
            supported(METRIC, "loss", "the mean loss of a row"),
            supported(METRIC, "accuracy", "the share of rows whose class is right"),
            supported(METRIC, "confusion", "how often each class was taken for each"),
            supported(METRIC, "top_k", "the share of rows whose class is among the k most probable", best()),
            supported(METRIC, "precision", "the share of rows taken for a class that are of it", ofClass()),
            supported(METRIC, "recall", "the share of rows of a class that were taken for it", ofClass()),
            supported(METRIC, "f1", "the harmonic mean of precision and recall", ofClass()),
            supported(
                    METRIC,
                    "roc_auc",
                    "how often, of two classes, a row of the one is ranked above a row of the other"),
            supported(METRIC, "mean_absolute_error", "the mean distance from the target"),
            supported(METRIC, "mean_squared_error", "the mean squared distance from the target"),
            supported(METRIC, "r2", "the share of the target's variance that is explained"),
            planned(METRIC, "saturation", "the share of units whose derivative is close to 0"),
            planned(METRIC, "dead_units", "the share of units that are 0 for every row"),
            planned(METRIC, "gradient_norm", "the gradient's length"),
            supported(CONDITION, "no_improvement", "the metric was not better for so many epochs", metric(), epochs()));

    private TrainingSignatures() {}

    private static Parameter batch() {
        return positional("batch", "a batch", Whole.atLeast(1), "rows a step").orElse(32L);
    }

    private static Parameter seed() {
        return positional("seed", "a seed", new Whole(0, 1L << 53), "any whole number")
                .orElse(1L);
    }

    private static Parameter best() {
        return positional("k", "the number of classes", Whole.atLeast(1), "how many of the most probable count");
    }

    private static Parameter ofClass() {
        return positional("class", "a class", new ClassName(), "a value of the target; without it the mean over all")
                .orAbsent();
    }

    private static Parameter metric() {
        return positional("metric", "what should improve", new MetricName(), "loss or accuracy of a split");
    }

    private static Parameter epochs() {
        return named("epochs", "the number of epochs", Whole.atLeast(1), "how long to wait");
    }
}
