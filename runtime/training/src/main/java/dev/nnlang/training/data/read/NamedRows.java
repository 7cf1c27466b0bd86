package dev.nnlang.training.data.read;

import java.io.IOException;
import java.util.List;

/** Rows that wait for a prediction, and what is to be told of each beside the answer. */
public interface NamedRows extends RowReader {

    /** What the values of {@link #labels} are called; known before the first row is read. */
    List<String> titles() throws IOException;

    /** What tells the row read last from others: columns that are kept, or the name of its file. */
    List<String> labels();
}
