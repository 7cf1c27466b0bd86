package dev.nnlang.training.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in memory, column by column, as the file gives them: before any preprocessing. Immutable. */
public final class Table {
    private final Schema schema;
    private final int rows;
    private final Map<String, Values> columns;

    private Table(Schema schema, int rows, Map<String, Values> columns) {
        this.schema = schema;
        this.rows = rows;
        this.columns = columns;
    }

    /** Begins a table to which a program adds its own rows. */
    public static Builder of(Schema schema) {
        return new Builder(schema);
    }

    static Table of(Schema schema, int rows, Map<String, Values> columns) {
        return new Table(schema, rows, Map.copyOf(columns));
    }

    public Schema schema() {
        return schema;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** @throws IllegalArgumentException if the schema has no such column */
    public Values values(String column) {
        Values values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException(schema.name() + " has no column " + column);
        }
        return values;
    }

    public float[] reals(String column) {
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
         * @param values for each column in declared order: a {@code Number} or {@code float[]} of a real column, the
         *     unsigned {@code byte[]} of an image, an {@code Enum} (by its ordinal) or the written value of labels
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
            return Table.of(schema, rows, values);
        }

        /** For readers, which check a row before they add it. */
        ColumnBuilder column(int index) {
            return order.get(index);
        }

        void endRow() {
            rows++;
        }
    }
}
