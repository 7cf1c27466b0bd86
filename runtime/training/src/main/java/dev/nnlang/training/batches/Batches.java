package dev.nnlang.training.batches;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.metrics.Answers;
import java.util.List;

/** One way through the rows of a part, batch after batch. */
public interface Batches extends AutoCloseable {

    /** Loads the next batch into the network; returns how many rows it has, 0 behind the last. */
    int next() throws DataException;

    /** What the network should say of the rows loaded last, for each target. */
    List<Answers> answers();

    @Override
    default void close() throws DataException {}
}
