package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.file.Shown;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the fields of one column in a line of text. */
final class FieldReader {
    /** How files write that there is no value: as R, pandas and the data sets of UCI do, or not at all. */
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "?");

    private static final int MAX_PIXEL = 255;

    private final Column column;
    private final Map<String, Integer> labels = new HashMap<>();
    private Object single;
    private double[] reals = {};
    private byte[] pixels = {};

    FieldReader(Column column) {
        this.column = column;
        if (column.kind() instanceof Column.Labels kind) {
            kind.values().forEach(value -> labels.put(value, labels.size()));
        }
        begin();
    }

    private void begin() {
        reals = column.kind() instanceof Column.Reals ? new double[column.width()] : reals;
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
            return single == null ? "one of " + Shown.few(kind.values()) : null;
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
            reals[position] = Double.NaN;
            return null;
        }
        try {
            // Java would also take 1f, 0x1p3, NaN and Infinity.
            boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
            reals[position] = plain ? Double.parseDouble(text) : Double.NaN;
            return wanted(reals[position], plain, text);
        } catch (NumberFormatException e) {
            return wanted(Double.NaN, false, text);
        }
    }

    private String wanted(double value, boolean plain, String text) {
        boolean whole = ((Column.Reals) column.kind()).whole();
        if (!plain) {
            return whole ? "a whole number" : "a number";
        }
        if (whole && !Numbers.isWhole(value)) {
            return value == Math.rint(value) ? Numbers.WHOLE : "a whole number";
        }
        if (whole && !hasNoFraction(text)) {
            return "a whole number";
        }
        return Numbers.isInRange(value) ? null : Numbers.IN_RANGE;
    }

    /** A fraction may be too small to be seen in the number that is read. */
    private static boolean hasNoFraction(String text) {
        boolean digits = text.chars().allMatch(c -> c != '.' && c != 'e' && c != 'E');
        return digits || new BigDecimal(text).stripTrailingZeros().scale() <= 0;
    }

    /** The value of the fields read last. */
    Object value() {
        if (column.kind() instanceof Column.Reals kind) {
            double[] vector = reals;
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
