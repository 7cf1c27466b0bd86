package dev.nnlang.compiler.diagnostic;

import java.util.List;
import java.util.Locale;

/** Every kind of diagnostic: its code (the constant's name in kebab case), severity, wording and standing help. */
public enum DiagnosticKind {
    SYNTAX_ERROR(Severity.ERROR, "%s"),
    NOT_SUPPORTED_YET(Severity.ERROR, "%s is not supported yet"),
    UNKNOWN_LAYER(Severity.ERROR, "there is no layer, block or activation called `%s`"),

    // lower
    SHAPE_MISMATCH(Severity.ERROR, "%s wants %s, but gets %s"),
    OUTPUT_MISMATCH(Severity.ERROR, "the network makes %s, but %s has %s"),
    TOO_LARGE(
            Severity.ERROR,
            "%s would need %d x %d weights, more than a Java array can hold",
            "make the layer smaller, or shrink its input first");

    private final Severity severity;
    private final String wording;
    private final List<String> help;

    DiagnosticKind(Severity severity, String wording, String... help) {
        this.severity = severity;
        this.wording = wording;
        this.help = List.of(help);
    }

    /** The code in messages and in fixtures: {@code unknown-layer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** Help that holds for every diagnostic of this kind. */
    public List<String> help() {
        return help;
    }

    String message(Object... arguments) {
        return String.format(Locale.ROOT, wording, arguments);
    }
}
