package dev.nnlang.training;

import dev.nnlang.training.data.Fitting;
import dev.nnlang.training.data.Part;
import dev.nnlang.training.data.Rows;
import dev.nnlang.training.data.StreamedRows;
import dev.nnlang.training.data.Table;
import java.util.IdentityHashMap;
import java.util.Map;

/** Brings the rows of all parts into one network. */
final class Supplies {
    /** Fewer values than these are fetched from memory faster than another thread takes over. */
    private static final int WORTH_A_THREAD = 8192;

    private final Batch network;
    private final Fitting fitting;

    /** Where batches are read ahead; null until one is. */
    private Batch ahead;

    /** Parts of one table share what was prepared of it. */
    private final Map<Table, Feed> feeds = new IdentityHashMap<>();

    Supplies(Trainable<float[]> network, Fitting fitting) {
        this.network = Batch.of(network);
        this.fitting = fitting;
    }

    Supply of(Part part) {
        boolean readsAhead = Runtime.getRuntime().availableProcessors() > 1
                && (part instanceof StreamedRows || network.values() >= WORTH_A_THREAD);
        if (!readsAhead) {
            return of(part, network);
        }
        ahead = ahead == null ? network.another() : ahead;
        return new SupplyAhead(of(part, ahead), ahead, network);
    }

    private Supply of(Part part, Batch batch) {
        if (part instanceof Rows rows) {
            Feed feed = feeds.computeIfAbsent(rows.table(), table -> new Feed(batch, table, fitting));
            return new TableSupply(rows, feed, batch);
        }
        return new StreamSupply((StreamedRows) part, batch, fitting);
    }
}
