package dev.nnlang.runtime;

import java.io.IOException;

/** A model file that cannot be used: the message says which file, what was expected, what was found, what to do. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public ModelFileException(String message) {
        super(message);
    }

    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
