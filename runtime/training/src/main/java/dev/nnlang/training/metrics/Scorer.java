package dev.nnlang.training.metrics;

/** Takes the answers of batch after batch in, and says how good they were. */
public interface Scorer {

    /**
     * One batch.
     *
     * @param loss its mean loss
     * @param output {@code [rows][outputs]}: what the network says
     * @param right what it should have said
     * @param rows how many rows
     */
    void add(double loss, float[] output, Answers right, int rows);

    /** Of all batches so far. */
    Metrics metrics();
}
