package dev.nnlang.training.batches;

import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.preprocess.Fitting;
import dev.nnlang.training.data.split.Part;
import dev.nnlang.training.data.split.Rows;
import dev.nnlang.training.data.split.StreamedRows;
import dev.nnlang.training.network.Trainable;
import java.util.IdentityHashMap;
import java.util.Map;

/** Brings the rows of all parts into one network. */
public final class BatchSources {
    /** Fewer values than these are fetched from memory faster than another thread takes over. */
    private static final int WORTH_A_THREAD = 8192;

    private final Batch network;
    private final Fitting fitting;

    /** Where batches are read ahead; null until one is. */
    private Batch ahead;

    /** Parts of one table share what was prepared of it. */
    private final Map<Table, BatchLoader> feeds = new IdentityHashMap<>();

    public BatchSources(Trainable<float[]> network, Fitting fitting) {
        this.network = Batch.of(network);
        this.fitting = fitting;
    }

    public BatchSource of(Part part) {
        boolean readsAhead = Runtime.getRuntime().availableProcessors() > 1
                && (part instanceof StreamedRows || network.values() >= WORTH_A_THREAD);
        if (!readsAhead) {
            return of(part, network);
        }
        ahead = ahead == null ? network.another() : ahead;
        return new PrefetchedBatchSource(of(part, ahead), ahead, network);
    }

    private BatchSource of(Part part, Batch batch) {
        if (part instanceof Rows rows) {
            BatchLoader feed = feeds.computeIfAbsent(rows.table(), table -> new BatchLoader(batch, table, fitting));
            return new TableBatchSource(rows, feed, batch);
        }
        return new StreamBatchSource((StreamedRows) part, batch, fitting);
    }
}
