package dev.nnlang.training.metrics;

/** Takes the answers of batch after batch in, and says how good they were. */
public interface Scorer {

    /**
     * One batch.
     *
     * @param loss its mean loss
     * @param output {@code [rows][outputs]}
     * @param targets what the answers should have been: the rows' numbers in the table
     * @param from the first of them
     * @param rows how many of them
     */
    void add(double loss, float[] output, int[] targets, int from, int rows);

    /** Of all batches so far. */
    Metrics metrics();
}
