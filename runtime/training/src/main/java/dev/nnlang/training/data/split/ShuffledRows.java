package dev.nnlang.training.data.split;

import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.read.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives rows in random order, as far as a buffer allows: each is drawn from those that wait, and the next takes its place. */
public final class ShuffledRows implements RowReader {
    private final RowReader rows;
    private final int size;
    private final RandomStream random;
    private final List<Object[]> buffer = new ArrayList<>();

    /** @param size how many rows wait at most */
    public ShuffledRows(RowReader rows, int size, RandomStream random) {
        this.rows = rows;
        this.size = size;
        this.random = random;
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        for (Optional<Object[]> row = more(); row.isPresent(); row = more()) {
            buffer.add(row.get());
        }
        if (buffer.isEmpty()) {
            return Optional.empty();
        }
        int drawn = random.nextInt(buffer.size());
        Object[] last = buffer.remove(buffer.size() - 1);
        return Optional.of(drawn == buffer.size() ? last : buffer.set(drawn, last));
    }

    private Optional<Object[]> more() throws IOException {
        return buffer.size() < size ? rows.next() : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
