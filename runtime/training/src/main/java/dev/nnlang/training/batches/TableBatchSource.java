package dev.nnlang.training.batches;

import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.split.ClassBalance;
import dev.nnlang.training.data.split.Rows;
import dev.nnlang.training.metrics.Answers;
import dev.nnlang.training.metrics.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Brings rows that are in memory. */
final class TableBatchSource implements BatchSource {
    private final Rows rows;
    private final BatchLoader feed;
    private final Batch batch;
    private final int[] order;
    private final int trainingRows;

    /**
     * @param feed of the rows' table, which several parts can share
     * @param batch that it writes into
     */
    TableBatchSource(Rows rows, BatchLoader feed, Batch batch) {
        this.rows = rows;
        this.feed = feed;
        this.batch = batch;
        this.order = rows.index().clone();
        this.trainingRows = balances() ? balance().rows() : rows.size();
    }

    @Override
    public int trainingRows() {
        return trainingRows;
    }

    private boolean balances() {
        return rows.table().schema().policy().balanced();
    }

    private ClassBalance balance() {
        int[] labels = labels();
        long[] counts = new long[Arrays.stream(labels).max().orElse(0) + 1];
        Arrays.stream(rows.index()).forEach(row -> counts[labels[row]]++);
        return new ClassBalance(counts);
    }

    private int[] labels() {
        return rows.table().labels(rows.table().schema().label().orElseThrow().name());
    }

    @Override
    public Batches training(RandomStream random, RandomStream changes) {
        random.shuffle(order);
        if (!balances()) {
            return new TableBatches(order, Optional.of(changes));
        }
        ClassBalance balance = balance();
        int[] labels = labels();
        int[] balanced = Arrays.stream(order)
                .flatMap(row -> IntStream.generate(() -> row).limit(balance.copies(labels[row])))
                .toArray();
        random.shuffle(balanced);
        return new TableBatches(balanced, Optional.of(changes));
    }

    @Override
    public Batches scoring() {
        return new TableBatches(rows.index(), Optional.empty());
    }

    @Override
    public List<Scorer> scorers() {
        return feed.scorers();
    }

    /** Goes through an index. */
    private final class TableBatches implements Batches {
        private final int[] index;
        private final Optional<RandomStream> changes;
        private int from;

        TableBatches(int[] index, Optional<RandomStream> changes) {
            this.index = index;
            this.changes = changes;
        }

        @Override
        public int next() {
            int count = Math.min(batch.rows(), index.length - from);
            feed.load(index, from, count, changes);
            from += count;
            return count;
        }

        @Override
        public List<Answers> answers() {
            return batch.answers();
        }
    }
}
