package dev.nnlang.training.data.split;

import dev.nnlang.training.data.Table;

/**
 * Some rows of a table.
 *
 * @param index which rows, in this order
 */
public record Rows(Table table, int[] index) implements Part {

    @Override
    public int size() {
        return index.length;
    }
}
