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
    private final Trainable<float[]> network;
    private final Fitting fitting;
    /** Parts of one table share what was prepared of it. */
    private final Map<Table, Feed> feeds = new IdentityHashMap<>();

    Supplies(Trainable<float[]> network, Fitting fitting) {
        this.network = network;
        this.fitting = fitting;
    }

    Supply of(Part part) {
        if (part instanceof Rows rows) {
            Feed feed = feeds.computeIfAbsent(rows.table(), table -> new Feed(network, table, fitting));
            return new TableSupply(rows, feed, network.batch());
        }
        return new StreamSupply((StreamedRows) part, network, fitting);
    }
}
