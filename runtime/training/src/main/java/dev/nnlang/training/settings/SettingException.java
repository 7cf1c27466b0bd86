package dev.nnlang.training.settings;

/** A setting that cannot be: the message names it, says what was expected and what was found. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
