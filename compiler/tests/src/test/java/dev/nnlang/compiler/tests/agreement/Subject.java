package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.graph.NetworkGraph;
import java.util.stream.IntStream;

/**
 * A network and a batch on which all ways to compute it must agree.
 *
 * @param text the file, with this network alone
 * @param trainer the graph that is trained, as autodiff leaves it
 * @param evaluator the graph that computes the loss as the network predicts
 */
record Subject(String text, NetworkGraph trainer, NetworkGraph evaluator, Batch batch) {

    /** Some times what rounding to {@code float} may change of a number, as a part of it. */
    private static final double ROUNDING = 5e-7;

    /** A part of what computing in {@code float} may differ by: it rounds more often than once. */
    private static final double STEADY = 2e-4;

    /** A kink nearby is seen from one side only. */
    private static final int NUDGES = 6;

    /** With weights, statistics and rows that {@code seed} makes. */
    static Subject of(String text, long seed) {
        NetworkGraph trainer = Reference.trainer(text);
        return new Subject(text, trainer, Reference.evaluator(text), Batch.of(trainer, seed));
    }

    /**
     * Whether {@code float} is fine enough for what is computed: weights that differ by a rounding must give nearly the same. They do not where a
     * batch varies little and is normalised, or at a kink.
     */
    boolean isForFloat() {
        Reference exact = Reference.of(trainer, batch);
        return IntStream.range(0, NUDGES)
                .mapToObj(i -> Reference.of(trainer, batch.nudged(ROUNDING, i)))
                .allMatch(other -> exact.difference(other) < STEADY);
    }

    int rows() {
        return batch.rows();
    }
}
