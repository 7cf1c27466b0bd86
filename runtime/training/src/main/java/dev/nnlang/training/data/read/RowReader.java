package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Table;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the rows of a source, one after the other. */
public interface RowReader extends Closeable {

    /**
     * The next row, one value a column in declared order, as {@link Table.Builder#row} takes them; empty behind the last.
     *
     * @throws DataException if the source does not hold what its schema says; at the latest behind the last row
     */
    Optional<Object[]> next() throws IOException;

    /** The names that elements of columns have in the header, by column; none without header. Known once a row was read. */
    default Map<String, List<String>> fields() {
        return Map.of();
    }

    /** How many rows were left out so far because something was missing in them. */
    default int dropped() {
        return 0;
    }
}
