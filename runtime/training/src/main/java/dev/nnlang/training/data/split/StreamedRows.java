package dev.nnlang.training.data.split;

import dev.nnlang.training.data.read.RowReader;
import dev.nnlang.training.data.statistics.Statistics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of a source that is read anew for each pass.
 *
 * @param source where they come from
 * @param part which of its parts: 0 for training, 1 for validation, 2 for testing
 * @param counts how many rows each label of the target has; all rows, without labels
 * @param statistics of each element of each column, if it is for training
 */
public record StreamedRows(
        RowStream source, int part, long[] counts, Map<String, ? extends List<? extends Statistics>> statistics)
        implements Part {

    @Override
    public int size() {
        long size = 0;
        for (long count : counts) {
            size += count;
        }
        return Math.toIntExact(size);
    }

    /** Begins to read them, in the order of the source. */
    public RowReader open() throws IOException {
        RowReader all = source.open();
        RowStream.Draw draw = source.draw();
        return new RowReader() {
            @Override
            public Optional<Object[]> next() throws IOException {
                Optional<Object[]> row = all.next();
                while (row.isPresent() && draw.next() != part) {
                    row = all.next();
                }
                return row;
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }
}
