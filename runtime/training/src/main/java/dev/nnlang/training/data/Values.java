package dev.nnlang.training.data;

/** The values of one column of a {@link Table}, row by row. */
public sealed interface Values {

    /** @param values {@code [rows][width]}; NaN where one is missing */
    record Reals(double[] values) implements Values {}

    /** @param values {@code [rows][height][width][channels]}, unsigned bytes */
    record Pixels(byte[] values) implements Values {}

    /** @param values {@code [rows]} */
    record Texts(String[] values) implements Values {}

    /** @param values {@code [rows]}, each the index of a value of the column */
    record Labels(int[] values) implements Values {}
}
