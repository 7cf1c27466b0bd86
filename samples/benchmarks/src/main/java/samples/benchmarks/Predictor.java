package samples.benchmarks;

import java.util.function.IntConsumer;

/** What the generated predictors have in common, each with types of its own. */
interface Predictor {

    /** The forward pass alone, for so many rows. */
    Forward forward(int rows);

    /** The public way: from rows to predictions, with all that a caller gets. */
    Runnable predict(float[] values, int rows);

    /** The public way without objects: from rows to labels, in a workspace. */
    Runnable reuse(float[] values, int rows);

    /**
     * A pass and its ends.
     *
     * @param input {@code [rows][…]}, preprocessed
     * @param output {@code [rows][classes]}
     */
    record Forward(float[] input, float[] output, IntConsumer pass) {}
}
