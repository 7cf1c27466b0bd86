package dev.nnlang.training.data.file;

import java.util.Arrays;
import java.util.List;

/** Values of a file as a message shows them: the first ones of many, the beginning of a long one, nothing that moves the cursor. */
public final class Shown {

    private static final int LONGEST = 60;
    private static final int MOST = 5;

    private Shown() {}

    public static String text(String value) {
        String line = value.codePoints()
                .limit(LONGEST + 1L)
                .collect(StringBuilder::new, Shown::append, StringBuilder::append)
                .toString();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static void append(StringBuilder text, int point) {
        if (Character.isISOControl(point)) {
            text.append(String.format("\\x%02x", point));
        } else {
            text.appendCodePoint(point);
        }
    }

    public static String numbers(double[] values) {
        if (values.length == 1) {
            return Double.toString(values[0]);
        }
        String first = Arrays.toString(Arrays.copyOf(values, Math.min(values.length, MOST)));
        return values.length > MOST ? first.replace("]", ", …]") : first;
    }

    public static String few(List<String> values) {
        String first = String.join(", ", values.subList(0, Math.min(values.size(), 20)));
        return values.size() > 20 ? first + ", … (" + values.size() + " in all)" : first;
    }
}
