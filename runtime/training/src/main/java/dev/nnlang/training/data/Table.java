package dev.nnlang.training.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in memory, column by column, as the file gives them: before any preprocessing. Immutable. */
public final class Table {
    /** How many elements an array can have on every Java. */
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Schema schema;
    private final int rows;
    private final int dropped;
    private final Map<String, List<String>> fields;
    private final Map<String, Values> columns;

    private Table(Schema schema, int rows, Builder builder, Map<String, Values> columns) {
        this.schema = schema;
        this.rows = rows;
        this.dropped = builder.dropped;
        this.fields = builder.fields;
        this.columns = columns;
    }

    /** Begins a table to which a program adds its own rows. */
    public static Builder of(Schema schema) {
        return new Builder(schema);
    }

    public Schema schema() {
        return schema;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many rows of the file were left out because something was missing in them. */
    public int dropped() {
        return dropped;
    }

    /** The names that elements of columns have in the file's header, by column; none without header. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /** @throws IllegalArgumentException if the schema has no such column */
    public Values values(String column) {
        Values values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException(schema.name() + " has no column " + column);
        }
        return values;
    }

    public double[] reals(String column) {
        return ((Values.Reals) values(column)).values();
    }

    public int[] labels(String column) {
        return ((Values.Labels) values(column)).values();
    }

    /** Collects rows, one value a column in declared order. */
    public static final class Builder {
        private final Schema schema;
        private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
        private final List<ColumnBuilder> order = new ArrayList<>();
        private int rows;
        private int dropped;
        private Map<String, List<String>> fields = Map.of();

        private Builder(Schema schema) {
            this.schema = schema;
            for (Column column : schema.order()) {
                ColumnBuilder builder = new ColumnBuilder(column);
                columns.put(column.name(), builder);
                order.add(builder);
            }
        }

        /**
         * Adds a row.
         *
         * @param values for each column in declared order: a {@code Number} or an array of {@code double}, {@code float},
         *     {@code long} or {@code int}, the unsigned {@code byte[]} of an image, a {@code String} of a text, and of a label its {@code
         *     Enum} (by its ordinal), its written value or its position
         * @throws IllegalArgumentException if they do not fit the schema
         */
        public Builder row(Object... values) {
            if (values.length != order.size()) {
                throw new IllegalArgumentException(
                        "expected " + order.size() + " values a row, but found " + values.length);
            }
            for (int i = 0; i < values.length; i++) {
                order.get(i).add(values[i]);
            }
            rows++;
            return this;
        }

        public Table build() {
            Map<String, Values> values = new LinkedHashMap<>();
            columns.forEach((name, builder) -> values.put(name, builder.build()));
            return new Table(schema, rows, this, Map.copyOf(values));
        }

        /** Tells how many rows were left out. */
        public Builder dropped(int count) {
            dropped = count;
            return this;
        }

        /** Tells the names that elements of columns have in the file's header. */
        public Builder fields(Map<String, List<String>> names) {
            fields = Map.copyOf(names);
            return this;
        }

        /** Whether one more row fits. */
        public boolean hasRoom() {
            return schema.order().stream().allMatch(column -> (rows + 1L) * column.width() <= LARGEST_ARRAY);
        }
    }
}
