package dev.nnlang.training.data;

import java.io.IOException;

/** Data that cannot be used: the message says in which file, line and column, what was expected and what was found. */
public class DataException extends IOException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
