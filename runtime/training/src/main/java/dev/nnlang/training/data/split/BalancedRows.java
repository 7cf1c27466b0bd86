package dev.nnlang.training.data.split;

import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.read.RowReader;
import java.io.IOException;
import java.util.Optional;

/** Gives each row as often as makes the classes equal. */
public final class BalancedRows implements RowReader {
    private final RowReader rows;
    private final ClassBalance balance;
    private final int label;
    private Optional<Object[]> row = Optional.empty();
    private int left;

    public BalancedRows(Schema schema, RowReader rows, ClassBalance balance) {
        this.rows = rows;
        this.balance = balance;
        this.label = schema.order().indexOf(schema.label().orElseThrow());
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        while (left == 0) {
            row = rows.next();
            if (row.isEmpty()) {
                return row;
            }
            left = balance.copies((Integer) row.get()[label]);
        }
        left--;
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
