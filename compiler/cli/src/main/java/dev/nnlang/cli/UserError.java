package dev.nnlang.cli;

/** A mistake of the user's outside of any {@code .nn} text, such as a file that is not there; shown as one message. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, without a final full stop */
    UserError(String message) {
        super(message);
    }
}
