package dev.nnlang.compiler.library;

import java.util.Map;
import java.util.Optional;

/** What a network must end in, for a loss of the table to compare it with the target. */
public enum OutputForm {
    /** The probability of each label. */
    PROBABILITIES("`softmax`", "one of several values"),
    /** A score for each label; the highest wins. */
    SCORES("scores: the last layer as it is", "one of several values"),
    /** For each number of the target a probability. */
    SIGMOID("`sigmoid`", "numbers from 0 to 1");

    private static final Map<String, OutputForm> OF_LOSS = Map.of(
            "cross_entropy", PROBABILITIES,
            "hinge", SCORES,
            "squared_hinge", SCORES,
            "binary_cross_entropy", SIGMOID);

    private final String words;
    private final String target;

    OutputForm(String words, String target) {
        this.words = words;
        this.target = target;
    }

    /** What the network ends in, in words. */
    public String words() {
        return words;
    }

    /** What the target must be, in words. */
    public String target() {
        return target;
    }

    /** What {@code loss} needs; empty if it is none of the table. */
    public static Optional<OutputForm> of(String loss) {
        return Optional.ofNullable(OF_LOSS.get(loss));
    }

    /** Whether the target is one of several values; otherwise numbers. */
    public boolean isOfLabels() {
        return this != SIGMOID;
    }
}
