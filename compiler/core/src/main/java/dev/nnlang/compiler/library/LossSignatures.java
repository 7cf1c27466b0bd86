package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Signature.Category.LOSS;
import static dev.nnlang.compiler.library.Signatures.supported;

import java.util.List;

/** Losses that are no formula of one output and its target; the others stand in {@code std.nn}. What each needs the network to end in is its {@link Ending}. */
final class LossSignatures {

    static final List<Signature> ROWS = List.of(
            supported(LOSS, "cross_entropy", "-log of the probability that the right class was given; behind softmax"),
            supported(
                    LOSS,
                    "binary_cross_entropy",
                    "cross_entropy of each output by itself with a target from 0 to 1; behind sigmoid"),
            supported(
                    LOSS, "hinge", "how far the scores of wrong classes come within 1 of the right one's; no softmax"),
            supported(LOSS, "squared_hinge", "hinge with the square of each distance"));

    private LossSignatures() {}
}
