package dev.nnlang.training.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Grows the values of one column. */
final class ColumnBuilder {
    private static final int MAX_PIXEL = 255;

    private final Column column;
    private final Map<String, Integer> labels = new HashMap<>();
    private float[] reals = {};
    private byte[] pixels = {};
    private int[] ordinals = {};
    private int size;

    ColumnBuilder(Column column) {
        this.column = column;
        if (column.kind() instanceof Column.Labels kind) {
            kind.values().forEach(value -> labels.put(value, labels.size()));
        }
    }

    /** A row's value from a program; see {@link Table.Builder#row}. */
    void add(Object value) {
        if (column.kind() instanceof Column.Labels kind) {
            addOrdinal(value, kind.values().size());
        } else if (column.kind() instanceof Column.Image && value instanceof byte[] image && fits(image.length)) {
            for (byte pixel : image) {
                addPixel(pixel);
            }
        } else if (column.kind() instanceof Column.Reals && value instanceof float[] vector && fits(vector.length)) {
            for (float real : vector) {
                addReal(real);
            }
        } else if (column.kind() instanceof Column.Reals && value instanceof Number number && fits(1)) {
            addReal(number.floatValue());
        } else {
            throw mismatch(value);
        }
    }

    private void addOrdinal(Object value, int classes) {
        Integer ordinal = value instanceof Enum<?> label ? Integer.valueOf(label.ordinal()) : labels.get(value);
        if (ordinal == null || ordinal >= classes) {
            throw mismatch(value);
        }
        addOrdinal(ordinal);
    }

    private boolean fits(int width) {
        return width == column.width();
    }

    private IllegalArgumentException mismatch(Object value) {
        return new IllegalArgumentException("column " + column.name() + " cannot hold " + value);
    }

    /** Reads one field; returns what was expected if it is something else, otherwise null. */
    String addText(String field) {
        String text = field.strip();
        if (column.kind() instanceof Column.Labels kind) {
            return addLabel(text, kind);
        }
        if (column.kind() instanceof Column.Image) {
            return addPixel(text);
        }
        return addReal(text);
    }

    private String addLabel(String text, Column.Labels kind) {
        Integer ordinal = labels.get(text);
        if (ordinal == null) {
            return "one of " + String.join(", ", kind.values());
        }
        addOrdinal(ordinal);
        return null;
    }

    private String addPixel(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) > MAX_PIXEL) {
            return "a whole number from 0 to 255";
        }
        addPixel((byte) Integer.parseInt(text));
        return null;
    }

    private String addReal(String text) {
        try {
            // Java would also take 1f, 0x1p3, NaN and Infinity.
            boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
            float value = plain ? Float.parseFloat(text) : Float.NaN;
            if (!Float.isFinite(value)) {
                return plain ? "a number of at most 3.4e38" : "a number";
            }
            addReal(value);
            return null;
        } catch (NumberFormatException e) {
            return "a number";
        }
    }

    void addReal(float value) {
        if (size == reals.length) {
            reals = Arrays.copyOf(reals, grown());
        }
        reals[size++] = value;
    }

    void addPixel(byte value) {
        if (size == pixels.length) {
            pixels = Arrays.copyOf(pixels, grown());
        }
        pixels[size++] = value;
    }

    void addOrdinal(int value) {
        if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, grown());
        }
        ordinals[size++] = value;
    }

    private int grown() {
        return Math.max(64, Math.addExact(size, size / 2));
    }

    Values build() {
        if (column.kind() instanceof Column.Labels) {
            return new Values.Labels(Arrays.copyOf(ordinals, size));
        }
        if (column.kind() instanceof Column.Image) {
            return new Values.Pixels(Arrays.copyOf(pixels, size));
        }
        return new Values.Reals(Arrays.copyOf(reals, size));
    }
}
