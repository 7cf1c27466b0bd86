package dev.nnlang.training.network;

import java.util.List;

/**
 * A place where the loop writes columns of a batch.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public sealed interface Port<A> {

    /** What the network calls it, as {@code input} or {@code species}. */
    String name();

    /** The names of the data's columns that it takes; of a target there is one. */
    List<String> columns();

    /**
     * Numbers: the columns side by side in the order given, after preprocessing.
     *
     * @param columns the names of the data's columns
     * @param width how many numbers a row has: the columns' widths together
     * @param values {@code [batch][width]}, row by row; an image is {@code [height][width][channels]} inside its row
     */
    record Reals<A>(String name, List<String> columns, int width, A values) implements Port<A> {
        public Reals {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One column of labels.
     *
     * @param values {@code [batch]}, each 0 up to, not including, {@code classes}
     */
    record Labels<A>(String name, String column, int classes, int[] values) implements Port<A> {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }
}
