package dev.nnlang.training;

/** Training that cannot go on, for a reason that lies in its settings or data; the message says what to do. */
public final class TrainingException extends Exception {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }
}
