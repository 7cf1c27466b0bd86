package dev.nnlang.training.data;

/**
 * Some rows of a table: a part of its split.
 *
 * @param index which rows, in this order
 */
public record Rows(Table table, int[] index) {

    /** How many rows. */
    public int size() {
        return index.length;
    }
}
