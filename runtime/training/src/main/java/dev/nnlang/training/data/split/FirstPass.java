package dev.nnlang.training.data.split;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.read.RowReader;
import dev.nnlang.training.data.statistics.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first pass over rows that stream by: it counts them, and takes the statistics of the training rows. */
public final class FirstPass {
    private static final String[] NAMES = {"train", "validation", "test"};

    private final Schema schema;
    private final Optional<Column> label;
    private final long[][] counts;
    private final Map<String, List<Summary>> summaries = new LinkedHashMap<>();
    private int dropped;
    private Map<String, List<String>> fields = Map.of();

    private FirstPass(Schema schema) {
        this.schema = schema;
        this.label = schema.label();
        int classes = label.map(
                        column -> ((Column.Labels) column.kind()).values().size())
                .orElse(1);
        this.counts = new long[NAMES.length][classes];
        for (Column column : schema.order()) {
            List<Summary> elements = new ArrayList<>();
            for (int i = 0; i < column.kind().elements(); i++) {
                elements.add(new Summary());
            }
            summaries.put(column.name(), elements);
        }
    }

    /**
     * The parts of a source, and of a test source if it has one.
     *
     * @throws DataException if the files do not hold what the schema says, or leave a part without rows
     */
    public static Parts read(RowStream source, Optional<RowStream> test) throws IOException {
        FirstPass pass = new FirstPass(source.schema());
        pass.count(source);
        pass.requireRows(source.shares());
        StreamedRows testRows = pass.part(source, 2);
        int dropped = pass.dropped;
        if (test.isPresent()) {
            FirstPass own = new FirstPass(source.schema());
            RowStream byName = test.get().fields(pass.fields);
            own.count(byName);
            testRows = own.part(byName, 2);
            dropped += own.dropped;
        }
        StreamedRows train = pass.part(source, 0);
        StreamedRows validation = pass.part(source, 1);
        int total = train.size() + validation.size() + testRows.size();
        return new Parts(train, validation, testRows, total, dropped, "", pass.fields);
    }

    private StreamedRows part(RowStream source, int part) {
        return new StreamedRows(source, part, counts[part], part == 0 ? summaries : Map.of());
    }

    private void count(RowStream stream) throws IOException {
        RowStream.Draw draw = stream.draw();
        try (RowReader rows = stream.open()) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                int part = draw.next();
                counts[part][label(row.get())]++;
                if (part == 0) {
                    summarise(row.get());
                }
            }
            dropped = rows.dropped();
            fields = rows.fields();
        }
    }

    private int label(Object[] row) {
        return label.map(column -> (Integer) row[schema.order().indexOf(column)])
                .orElse(0);
    }

    private void summarise(Object[] row) {
        for (int i = 0; i < row.length; i++) {
            List<Summary> elements = summaries.get(schema.order().get(i).name());
            if (row[i] instanceof Double single) {
                elements.get(0).add(single);
            } else if (row[i] instanceof double[] vector) {
                for (int element = 0; element < vector.length; element++) {
                    elements.get(element).add(vector[element]);
                }
            } else if (row[i] instanceof byte[] image) {
                for (int pixel = 0; pixel < image.length; pixel++) {
                    elements.get(pixel % elements.size()).add(Byte.toUnsignedInt(image[pixel]));
                }
            }
        }
    }

    /** As {@link Splitter} does, but by chance a small part may be left without rows. */
    private void requireRows(double[] shares) throws DataException {
        for (int part = 0; part < NAMES.length; part++) {
            long rows = 0;
            for (long count : counts[part]) {
                rows += count;
            }
            if (shares[part] > 0 && rows == 0) {
                throw new DataException(
                        schema.name() + ": expected rows for every part of the split, but none was drawn for "
                                + NAMES[part] + "; bring more rows or change the shares");
            }
        }
    }
}
