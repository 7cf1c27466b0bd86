package dev.nnlang.compiler.library;

import java.util.Map;
import java.util.Optional;

/** What a network must end in, for a loss of the table to compare it with the target. */
public enum Ending {
    /** {@code softmax}: the probability of each label. */
    PROBABILITIES,
    /** A score for each label, as it comes out of the last layer; the highest wins. */
    SCORES,
    /** {@code sigmoid}: for each number of the target a probability. */
    SIGMOID;

    private static final Map<String, Ending> OF_LOSS = Map.of(
            "cross_entropy", PROBABILITIES,
            "hinge", SCORES,
            "squared_hinge", SCORES,
            "binary_cross_entropy", SIGMOID);

    /** What {@code loss} needs; empty if it is none of the table. */
    public static Optional<Ending> of(String loss) {
        return Optional.ofNullable(OF_LOSS.get(loss));
    }

    /** Whether the target is one of several values; otherwise numbers. */
    public boolean isOfLabels() {
        return this != SIGMOID;
    }
}
