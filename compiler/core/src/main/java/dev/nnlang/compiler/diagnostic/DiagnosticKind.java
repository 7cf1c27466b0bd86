package dev.nnlang.compiler.diagnostic;

import static dev.nnlang.compiler.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.Locale;

/** Every kind of diagnostic: its code (the constant's name in kebab case), severity, wording and standing help. */
public enum DiagnosticKind {
    // words
    UNCLOSED_STRING(ERROR, "a string must end on the line where it begins", "close it with `\""),
    UNKNOWN_ESCAPE(
            ERROR, "`\\%s` means nothing in a string", "a backslash is written `\\\\`, a quote `\\\"`, a tab `\\t`"),
    UNKNOWN_CHARACTER(ERROR, "`%s` has no meaning here"),
    MALFORMED_NAME(ERROR, "`%s` is no name", "names are made of the letters a to z and A to Z, digits and `_`"),
    MALFORMED_NUMBER(ERROR, "`%s` is no number", "numbers look like 3, 0.5, 5e-4, 70%, 28x28, 500ms, 10s, 30min or 2h"),
    NUMBER_TOO_LARGE(ERROR, "`%s` is too large: the largest number here is %s"),

    // syntax
    UNEXPECTED_TOKEN(ERROR, "expected %s, but found %s"),
    RESERVED_WORD(ERROR, "`%s` is a word of the language and cannot be a name", "choose another name"),
    UNCLOSED_PARENTHESIS(ERROR, "this `(` is never closed: expected `)`, but found %s"),
    UNCLOSED_BRACE(ERROR, "this `{` is never closed: expected `}`, but found %s"),
    STRAY_BRACE(ERROR, "this `}` closes nothing", "remove it, or look for a `}` too many above"),
    UNKNOWN_DECLARATION(
            ERROR,
            "expected a declaration, but found %s",
            "a declaration begins with data, network, train, block, activation, loss or param"),
    NESTED_TOO_DEEPLY(ERROR, "this is nested more than %s levels deep", "give a part of it a name of its own"),
    DANGLING_DOC(
            ERROR,
            "this `///` comment documents nothing",
            "it belongs on a line of its own, right before what it documents; other comments begin with `//`"),

    // everything behind
    NOT_SUPPORTED_YET(ERROR, "%s is not supported yet"),
    UNKNOWN_LAYER(ERROR, "there is no layer, block or activation called `%s`"),

    // lower
    SHAPE_MISMATCH(ERROR, "%s wants %s, but gets %s"),
    OUTPUT_MISMATCH(ERROR, "the network makes %s, but %s has %s"),
    TOO_LARGE(
            ERROR,
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
