package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the fields of one column in a line of text. */
final class FieldReader {
    /** How files write that there is no value: as R, pandas and the data sets of UCI do, or not at all. */
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "?");

    private static final int MAX_PIXEL = 255;

    /** Beyond this, floats skip whole numbers. */
    private static final int MAX_WHOLE = 1 << 24;

    private final Column column;
    private final Map<String, Integer> labels = new HashMap<>();
    private Object single;
    private float[] reals = {};
    private byte[] pixels = {};

    FieldReader(Column column) {
        this.column = column;
        if (column.kind() instanceof Column.Labels kind) {
            kind.values().forEach(value -> labels.put(value, labels.size()));
        }
        begin();
    }

    private void begin() {
        reals = column.kind() instanceof Column.Reals ? new float[column.width()] : reals;
        pixels = column.kind() instanceof Column.Image ? new byte[column.width()] : pixels;
    }

    /** Whether a field says that its value is not known. */
    boolean isMissing(String field) {
        return !(column.kind() instanceof Column.Texts)
                && MISSING.contains(field.strip())
                && !labels.containsKey(field.strip());
    }

    /** Reads the field at a position of the column; returns what was expected if it is something else, otherwise null. */
    String read(String field, int position) {
        String text = field.strip();
        if (column.kind() instanceof Column.Texts) {
            single = text;
            return null;
        }
        if (column.kind() instanceof Column.Labels kind) {
            single = labels.get(text);
            return single == null ? "one of " + String.join(", ", kind.values()) : null;
        }
        return column.kind() instanceof Column.Image ? readPixel(text, position) : readReal(text, position);
    }

    private String readPixel(String text, int position) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) > MAX_PIXEL) {
            return "a whole number from 0 to 255";
        }
        pixels[position] = (byte) Integer.parseInt(text);
        return null;
    }

    private String readReal(String text, int position) {
        if (column.imputed() && isMissing(text)) {
            reals[position] = Float.NaN;
            return null;
        }
        try {
            // Java would also take 1f, 0x1p3, NaN and Infinity.
            boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
            reals[position] = plain ? Float.parseFloat(text) : Float.NaN;
            return wanted(reals[position], plain);
        } catch (NumberFormatException e) {
            return wanted(Float.NaN, false);
        }
    }

    private String wanted(float value, boolean plain) {
        boolean whole = ((Column.Reals) column.kind()).whole();
        if (!plain) {
            return whole ? "a whole number" : "a number";
        }
        if (whole && (value != Math.rint(value) || Math.abs(value) > MAX_WHOLE)) {
            return "a whole number of at most " + MAX_WHOLE;
        }
        return Float.isFinite(value) ? null : "a number of at most 3.4e38";
    }

    /** The value of the fields read last. */
    Object value() {
        if (column.kind() instanceof Column.Reals kind) {
            float[] vector = reals;
            begin();
            return kind.width() == 1 ? (Object) vector[0] : vector;
        }
        if (column.kind() instanceof Column.Image) {
            byte[] image = pixels;
            begin();
            return image;
        }
        return single;
    }
}
