package dev.nnlang.training;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.metrics.Scorer;
import java.util.List;

/** Brings the rows of a part into a network. */
interface Supply {

    /** How many rows a training pass has. */
    int trainingRows();

    /**
     * A pass to learn from: in random order, balanced and augmented as the data say.
     *
     * @param order goes on from pass to pass
     * @param changes of images, likewise
     */
    Pass training(RandomStream order, RandomStream changes) throws DataException;

    /** A pass to judge by: each row once, as it is. */
    Pass scoring() throws DataException;

    /** What scores the network's answers on such rows, for each target. */
    List<Scorer> scorers();
}
