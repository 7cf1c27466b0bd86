package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Signature.Category.LOSS;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.PerClass;
import dev.nnlang.compiler.library.Parameter.Real;
import java.util.List;

/** Losses that are no formula of one output and its target; the others stand in {@code std.nn}. What each needs the network to end in is its {@link OutputForm}. */
final class LossSignatures {

    private static final Parameter SMOOTHING = named(
                    "smoothing", "a smoothing", Real.FRACTION, "the share of the label that is spread over all classes")
            .orElse(0.0);
    private static final Parameter WEIGHTS = named(
                    "weights",
                    "the weights of classes",
                    new PerClass(Real.POSITIVE),
                    "how much a row counts, by its class; 1 for classes that are not named")
            .orAbsent();

    static final List<Signature> ROWS = List.of(
            supported(
                            LOSS,
                            "cross_entropy",
                            "-log of the probability that the right class was given",
                            SMOOTHING,
                            WEIGHTS)
                    .example(
                            "input -> dense(classes) -> softmax -> outcome",
                            "loss: cross_entropy(smoothing: 0.1, weights: per_class(ill: 5))"),
            supported(LOSS, "binary_cross_entropy", "cross_entropy of each output by itself with a target from 0 to 1")
                    .example("input -> dense(8) -> tanh -> dense(1) -> sigmoid -> share", "loss: binary_cross_entropy"),
            supported(LOSS, "hinge", "how far the scores of wrong classes come within 1 of the right one's")
                    .example("input -> dense(8) -> relu -> dense(classes) -> label", "loss: hinge"),
            supported(LOSS, "squared_hinge", "hinge with the square of each distance")
                    .example("input -> dense(8) -> relu -> dense(classes) -> label", "loss: squared_hinge"));

    private LossSignatures() {}
}
