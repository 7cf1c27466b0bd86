package dev.nnlang.compiler.library;

import java.util.List;
import java.util.stream.Collectors;

/** Values in the language's own notation, for messages and reference pages: {@code 0.9}, {@code 5x5}, {@code "iris.csv"}. */
public final class Notation {

    private static final double LONGEST_PLAIN = 1e15;

    private Notation() {}

    /** {@code value}, which is a number, a truth, a text, a size or a range, as one would write it. */
    public static String of(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof Interval interval) {
            return number(interval.from()) + ".." + number(interval.to());
        }
        if (value instanceof List<?> size) {
            return size.stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
        return String.valueOf(value);
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LONGEST_PLAIN;
        return whole
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
