package dev.nnlang.training.data;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Grows the values of one column. */
final class ColumnBuilder {
    private final Column column;
    private final Map<String, Integer> labels = new HashMap<>();
    private double[] reals = {};
    private byte[] pixels = {};
    private int[] ordinals = {};
    private String[] texts = {};
    private int size;

    ColumnBuilder(Column column) {
        this.column = column;
        if (column.kind() instanceof Column.Labels kind) {
            kind.values().forEach(value -> labels.put(value, labels.size()));
        }
    }

    /** A row's value; see {@link Table.Builder#row}. */
    void add(Object value) {
        if (column.kind() instanceof Column.Labels kind) {
            addOrdinal(value, kind.values().size());
        } else if (column.kind() instanceof Column.Texts && value instanceof String text) {
            texts = texts.length > size ? texts : Arrays.copyOf(texts, grown(1));
            texts[size++] = text;
        } else if (column.kind() instanceof Column.Image && value instanceof byte[] image && fits(image.length)) {
            addPixels(image);
        } else if (column.kind() instanceof Column.Reals && fits(numbers(value).length)) {
            addReals(numbers(value));
        } else {
            throw mismatch(value);
        }
    }

    private void addOrdinal(Object value, int classes) {
        Integer ordinal = labels.get(value);
        if (value instanceof Enum<?> label) {
            ordinal = label.ordinal();
        } else if (value instanceof Integer position) {
            ordinal = position;
        }
        if (ordinal == null || ordinal < 0 || ordinal >= classes) {
            throw mismatch(value);
        }
        ordinals = ordinals.length > size ? ordinals : Arrays.copyOf(ordinals, grown(1));
        ordinals[size++] = ordinal;
    }

    private void addReals(double... values) {
        reals = reals.length - size >= values.length ? reals : Arrays.copyOf(reals, grown(values.length));
        System.arraycopy(values, 0, reals, size, values.length);
        size += values.length;
    }

    private void addPixels(byte[] values) {
        pixels = pixels.length - size >= values.length ? pixels : Arrays.copyOf(pixels, grown(values.length));
        System.arraycopy(values, 0, pixels, size, values.length);
        size += values.length;
    }

    /** A number or an array of numbers; none of anything else. */
    private static double[] numbers(Object value) {
        if (value instanceof double[] vector) {
            return vector;
        }
        if (value instanceof Number number) {
            return new double[] {number.doubleValue()};
        }
        boolean array = value instanceof float[] || value instanceof int[] || value instanceof long[];
        double[] numbers = new double[array ? Array.getLength(value) : 0];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Array.getDouble(value, i);
        }
        return numbers;
    }

    private boolean fits(int width) {
        return width == column.width();
    }

    private IllegalArgumentException mismatch(Object value) {
        return new IllegalArgumentException("column " + column.name() + " cannot hold " + value);
    }

    /** By half, and at least by what is needed, up to what an array can hold. */
    private int grown(int needed) {
        long wanted = Math.max(64L, Math.max((long) size + needed, size + size / 2L));
        return (int) Math.min(wanted, Table.LARGEST_ARRAY);
    }

    Values build() {
        if (column.kind() instanceof Column.Labels) {
            return new Values.Labels(Arrays.copyOf(ordinals, size));
        }
        if (column.kind() instanceof Column.Image) {
            return new Values.Pixels(Arrays.copyOf(pixels, size));
        }
        return column.kind() instanceof Column.Texts
                ? new Values.Texts(Arrays.copyOf(texts, size))
                : new Values.Reals(Arrays.copyOf(reals, size));
    }
}
