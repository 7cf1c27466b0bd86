package dev.nnlang.training.batches;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.metrics.Scorer;
import java.util.List;

/**
 * Reads the next batch while the network learns from this one. The batches are the same, and the random numbers are drawn in
 * the same order, because only one batch is being read at a time.
 *
 * @param supply writes into {@code read}
 * @param read where the next batch is made
 * @param network what the network computes with
 */
record PrefetchedBatchSource(BatchSource supply, Batch read, Batch network) implements BatchSource {

    @Override
    public int trainingRows() {
        return supply.trainingRows();
    }

    @Override
    public Batches training(RandomStream order, RandomStream changes) throws DataException {
        return new PrefetchedBatches(supply.training(order, changes), read, network);
    }

    @Override
    public Batches scoring() throws DataException {
        return new PrefetchedBatches(supply.scoring(), read, network);
    }

    @Override
    public List<Scorer> scorers() {
        return supply.scorers();
    }
}
