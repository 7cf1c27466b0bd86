package dev.nnlang.training.batches;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.preprocess.Fitting;
import dev.nnlang.training.data.read.RowReader;
import dev.nnlang.training.data.split.BalancedRows;
import dev.nnlang.training.data.split.ClassBalance;
import dev.nnlang.training.data.split.ShuffledRows;
import dev.nnlang.training.data.split.StreamedRows;
import dev.nnlang.training.metrics.Answers;
import dev.nnlang.training.metrics.Scorer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Brings rows that stream by. */
final class StreamBatchSource implements BatchSource {
    private final StreamedRows rows;
    private final Schema schema;
    private final Batch batch;
    private final Fitting fitting;
    private final int trainingRows;
    private final int[] inOrder;

    StreamBatchSource(StreamedRows rows, Batch batch, Fitting fitting) {
        this.rows = rows;
        this.schema = rows.source().schema();
        this.batch = batch;
        this.fitting = fitting;
        this.trainingRows = schema.policy().balanced() ? new ClassBalance(rows.counts()).rows() : rows.size();
        this.inOrder = IntStream.range(0, batch.rows()).toArray();
    }

    @Override
    public int trainingRows() {
        return trainingRows;
    }

    @Override
    public Batches training(RandomStream order, RandomStream changes) throws DataException {
        RowReader reader = open();
        if (schema.policy().balanced()) {
            reader = new BalancedRows(schema, reader, new ClassBalance(rows.counts()));
        }
        return new StreamBatches(new ShuffledRows(reader, schema.policy().buffer(), order), Optional.of(changes));
    }

    @Override
    public Batches scoring() throws DataException {
        return new StreamBatches(open(), Optional.empty());
    }

    private RowReader open() throws DataException {
        try {
            return rows.open();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static DataException unreadable(IOException e) {
        return e instanceof DataException known
                ? known
                : new DataException("the rows cannot be read: " + e.getMessage(), e);
    }

    @Override
    public List<Scorer> scorers() {
        return new BatchLoader(batch, Table.of(schema).build(), fitting).scorers();
    }

    /** Makes a table of each batch. */
    private final class StreamBatches implements Batches {
        private final RowReader reader;
        private final Optional<RandomStream> changes;

        StreamBatches(RowReader reader, Optional<RandomStream> changes) {
            this.reader = reader;
            this.changes = changes;
        }

        @Override
        public int next() throws DataException {
            Table.Builder table = Table.of(schema);
            int count = 0;
            try {
                Optional<Object[]> row = reader.next();
                while (row.isPresent()) {
                    table.row(row.get());
                    count++;
                    row = count < batch.rows() ? reader.next() : Optional.empty();
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
            new BatchLoader(batch, table.build(), fitting).load(inOrder, 0, count, changes);
            return count;
        }

        @Override
        public List<Answers> answers() {
            return batch.answers();
        }

        @Override
        public void close() throws DataException {
            try {
                reader.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
