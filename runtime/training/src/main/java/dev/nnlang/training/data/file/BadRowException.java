package dev.nnlang.training.data.file;

import dev.nnlang.training.data.DataException;

/** One row that cannot be predicted; those after it can still be read. */
public final class BadRowException extends DataException {

    private static final long serialVersionUID = 1L;

    public BadRowException(String message) {
        super(message);
    }
}
