package dev.nnlang.training.data.split;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.data.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Shares a table's rows out, by the seed. */
public final class Splitter {
    private static final String[] NAMES = {"train", "validation", "test"};

    private final Table table;
    private final Split split;
    private final double[] shares;
    private final double[] owed = new double[NAMES.length];
    private final int[][] parts = new int[NAMES.length][];
    private final int[] sizes = new int[NAMES.length];

    private Splitter(Table table) {
        this.table = table;
        this.split = table.schema().split();
        this.shares = new double[] {split.train(), split.validation(), split.test()};
        Arrays.setAll(parts, i -> new int[table.rows()]);
    }

    /**
     * The parts of a table.
     *
     * @param test test rows of their own, if there are any
     * @throws DataException if a part that is asked for would have no rows
     */
    public static Parts split(Table table, Optional<Table> test, long seed) throws DataException {
        Splitter splitter = new Splitter(table);
        RandomStream random = RandomStream.of(seed, "split");
        String by = splitter.split.stratified() ? splitter.label() : "";
        if (by.isEmpty()) {
            splitter.share(IntStream.range(0, table.rows()).toArray(), random);
        } else {
            splitter.shareByClass(table.labels(by), random);
        }
        splitter.requireRows();
        Rows testRows = test.map(Splitter::all).orElseGet(() -> splitter.part(2));
        int total = table.rows() + test.map(Table::rows).orElse(0);
        int dropped = table.dropped() + test.map(Table::dropped).orElse(0);
        return new Parts(splitter.part(0), splitter.part(1), testRows, total, dropped, by, table.fields());
    }

    private static Rows all(Table table) {
        return new Rows(table, IntStream.range(0, table.rows()).toArray());
    }

    private String label() {
        return table.schema()
                .label()
                .map(Column::name)
                .orElseThrow(
                        () -> new IllegalArgumentException(table.schema().name() + " has no labels to stratify by"));
    }

    private void shareByClass(int[] labels, RandomStream random) {
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            share(
                    IntStream.range(0, labels.length)
                            .filter(row -> labels[row] == wanted)
                            .toArray(),
                    random);
        }
    }

    /** Whole shares first; each row left over goes to the part that is owed most, over all classes so far. */
    private void share(int[] rows, RandomStream random) {
        random.shuffle(rows);
        int next = 0;
        if (split.stratified() && rows.length == 1) {
            // What only one row shows can be learned from no other.
            take(0, rows, next, 1);
            owed[0]--;
            for (int part = 0; part < shares.length; part++) {
                owed[part] += shares[part];
            }
            return;
        }
        for (int part = 0; part < shares.length; part++) {
            double share = rows.length * shares[part];
            int whole = (int) (share + 1e-9);
            owed[part] += share - whole;
            next = take(part, rows, next, whole);
        }
        while (next < rows.length) {
            int part = mostOwed();
            owed[part]--;
            next = take(part, rows, next, 1);
        }
    }

    private int mostOwed() {
        int most = 0;
        for (int part = 1; part < owed.length; part++) {
            if (owed[part] >= owed[most] - 1e-9 && shares[part] > 0) {
                most = part;
            }
        }
        return most;
    }

    private int take(int part, int[] rows, int from, int count) {
        System.arraycopy(rows, from, parts[part], sizes[part], count);
        sizes[part] += count;
        return from + count;
    }

    private void requireRows() throws DataException {
        for (int part = 0; part < parts.length; part++) {
            if (shares[part] > 0 && sizes[part] == 0) {
                throw new DataException(table.schema().name() + ": expected rows for every part of the split, but "
                        + table.rows() + " rows leave none for " + NAMES[part]
                        + "; bring more rows or change the shares");
            }
        }
    }

    private Rows part(int part) {
        return new Rows(table, Arrays.copyOf(parts[part], sizes[part]));
    }
}
