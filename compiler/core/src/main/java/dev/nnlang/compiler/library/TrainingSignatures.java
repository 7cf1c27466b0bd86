package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.CONDITION;
import static dev.nnlang.compiler.library.Signature.Category.METRIC;
import static dev.nnlang.compiler.library.Signature.Category.TRAIN_SETTING;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.ClassName;
import dev.nnlang.compiler.library.Parameter.Whole;
import java.util.List;

/** What a {@code train} declaration may say. */
final class TrainingSignatures {

    static final List<Signature> ROWS = List.of(
            supported(
                            TRAIN_SETTING,
                            "loss",
                            "what is made small, of several targets the sum of their weighted losses; must be given")
                    .example("loss: cross_entropy"),
            supported(TRAIN_SETTING, "optimizer", "how weights follow the gradient; must be given")
                    .example("optimizer: adam"),
            supported(TRAIN_SETTING, "batch", "how many rows make a step", batch())
                    .example("batch: 64"),
            supported(TRAIN_SETTING, "seed", "what all randomness starts from", seed())
                    .example("seed: 7"),
            supported(
                            TRAIN_SETTING,
                            "until",
                            "when training stops, by metrics, `epoch` and `time`; `epoch = 20` if nothing is said")
                    .example("until: validation.accuracy >= 0.97 or epoch = 200 or time > 30min"),
            supported(
                            TRAIN_SETTING,
                            "watch",
                            "metrics that are shown besides the loss, with each epoch and of the test rows at the end")
                    .example("watch: accuracy, confusion"),
            supported(TRAIN_SETTING, "regularize", "what holds the weights small: a penalty, max_norm, or both")
                    .example("regularize: l2(5e-4), max_norm(3)"),
            supported(TRAIN_SETTING, "clip", "what holds the gradients small").example("clip: norm(5)"),
            supported(METRIC, "loss", "the mean loss of a row").example("until: train.loss < 0.01 or epoch = 100"),
            supported(METRIC, "accuracy", "the share of rows whose class is right")
                    .example("until: validation.accuracy >= 0.97 or epoch = 100"),
            supported(METRIC, "confusion", "how often each class was taken for each")
                    .example("watch: confusion"),
            supported(METRIC, "top_k", "the share of rows whose class is among the k most probable", best())
                    .example("watch: top_k(3)"),
            supported(METRIC, "precision", "the share of rows taken for a class that are of it", ofClass())
                    .example("watch: precision"),
            supported(METRIC, "recall", "the share of rows of a class that were taken for it", ofClass())
                    .example(
                            "input -> dense(classes) -> softmax -> outcome",
                            "until: validation.recall(ill) > 0.9 or epoch = 100"),
            supported(METRIC, "f1", "the harmonic mean of precision and recall", ofClass())
                    .example("watch: f1"),
            supported(
                            METRIC,
                            "roc_auc",
                            "how often, of two classes, a row of the one is ranked above a row of the other")
                    .example("input -> dense(classes) -> softmax -> outcome", "watch: roc_auc"),
            supported(METRIC, "mean_absolute_error", "the mean distance from the target")
                    .example("input -> dense(8) -> tanh -> dense(1) -> price", "watch: mean_absolute_error"),
            supported(METRIC, "mean_squared_error", "the mean squared distance from the target")
                    .example(
                            "input -> dense(8) -> tanh -> dense(1) -> price",
                            "until: validation.mean_squared_error < 4 or epoch = 100"),
            supported(METRIC, "r2", "the share of the target's variance that is explained")
                    .example("input -> dense(8) -> tanh -> dense(1) -> price", "watch: r2"),
            supported(METRIC, "saturation", "the share of activations whose derivative is 0, or nearly")
                    .example("input -> dense(8) -> relu -> dense(classes) -> softmax -> label", "watch: saturation"),
            supported(METRIC, "dead_units", "the share of units that are saturated in every row")
                    .example(
                            "input -> dense(8) -> relu -> dense(classes) -> softmax -> label",
                            "until: validation.dead_units > 0.5 or epoch = 100"),
            supported(METRIC, "gradient_norm", "the length of the gradient, before it is clipped")
                    .example("watch: gradient_norm"),
            supported(
                            CONDITION,
                            "no_improvement",
                            "the metric was not better for so many epochs",
                            ScheduleSignatures.METRIC,
                            ScheduleSignatures.PATIENCE)
                    .example("until: no_improvement(validation.loss, epochs: 5) or epoch = 100"));

    private TrainingSignatures() {}

    private static Parameter batch() {
        return positional("batch", "a batch", Whole.atLeast(1), "rows a step; `all` is gradient descent")
                .orElse(32L);
    }

    private static Parameter seed() {
        return positional("seed", "a seed", new Whole(0, 1L << 53), "another number gives another run")
                .orElse(1L);
    }

    private static Parameter best() {
        return positional("k", "the number of classes", Whole.atLeast(1), "how many of the most probable count");
    }

    private static Parameter ofClass() {
        return positional("class", "a class", new ClassName(), "a value of the target; without it the mean over all")
                .orAbsent();
    }
}
