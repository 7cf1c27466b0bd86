package dev.nnlang.compiler.tests.agreement;

import java.util.List;
import java.util.Random;

/**
 * A second output, which every third random network has.
 *
 * @param target the line of the data
 * @param layers what stands before the target in the chain
 * @param loss with its weight
 */
record RandomSideOutput(String target, String layers, String loss) {

    private static final RandomSideOutput NONE = new RandomSideOutput("", "", "");
    private static final List<String> OF_LABELS =
            List.of("cross_entropy(z)", "hinge(z)", "cross_entropy(z, smoothing: 0.2, weights: per_class(z_1: 3))");
    private static final List<String> OF_NUMBERS = List.of(
            "mean_squared_error(z)", "huber(z, delta: 0.5)", "mean_absolute_error(z)", "binary_cross_entropy(z)");

    static RandomSideOutput of(int seed) {
        Random random = new Random(~seed * RandomNetwork.SPREAD);
        if (random.nextInt(3) > 0) {
            return NONE;
        }
        boolean labels = random.nextBoolean();
        List<String> losses = labels ? OF_LABELS : OF_NUMBERS;
        String loss = losses.get(random.nextInt(losses.size()));
        String end = loss.startsWith("cross_entropy") ? " -> softmax" : loss.startsWith("binary") ? " -> sigmoid" : "";
        return new RandomSideOutput(
                "  target z: " + (labels ? "one of 0..2" : "real[2]"),
                "dense(" + (labels ? "classes" : "2") + ")" + end,
                (random.nextBoolean() ? "0.3 * " : "") + loss);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** The line of the network that starts with the value {@code from}. */
    String chain(String from) {
        return isNone() ? "" : "  " + from + " -> " + layers + " -> z";
    }

    /** The loss of both. */
    String beside(String first) {
        if (isNone()) {
            return first;
        }
        int options = first.indexOf('(');
        String aimed =
                options < 0 ? first + "(y)" : first.substring(0, options) + "(y, " + first.substring(options + 1);
        return aimed + " + " + loss;
    }
}
