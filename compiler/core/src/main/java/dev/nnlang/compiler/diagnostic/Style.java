package dev.nnlang.compiler.diagnostic;

/** How parts of a message look on a terminal: the ANSI codes for select graphic rendition (ECMA-48, 8.3.117). */
enum Style {
    ERROR("1;31"),
    WARNING("1;33"),
    MESSAGE("1"),
    GUTTER("34"),
    SECONDARY("36");

    private final String codes;

    Style(String codes) {
        this.codes = codes;
    }

    static Style of(Severity severity) {
        return severity == Severity.ERROR ? ERROR : WARNING;
    }

    /** {@code text} in this style, or as it is if there are no colours. */
    String paint(String text, boolean coloured) {
        return coloured && !text.isEmpty() ? "\033[" + codes + "m" + text + "\033[0m" : text;
    }
}
