package dev.nnlang.training.batches;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.metrics.Scorer;
import java.util.List;

/** Brings the rows of a part into a network. */
public interface BatchSource {

    /** How many rows a training pass has. */
    int trainingRows();

    /**
     * A pass to learn from: in random order, balanced and augmented as the data say.
     *
     * @param order goes on from pass to pass
     * @param changes of images, likewise
     */
    Batches training(RandomStream order, RandomStream changes) throws DataException;

    /** A pass to judge by: each row once, as it is. */
    Batches scoring() throws DataException;

    /** What scores the network's answers on such rows, for each target. */
    List<Scorer> scorers();
}
