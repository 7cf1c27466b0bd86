package dev.nnlang.training.data.split;

/** A part of a split: rows in memory, or rows that stream by. */
public sealed interface Part permits Rows, StreamedRows {

    /** How many rows. */
    int size();
}
