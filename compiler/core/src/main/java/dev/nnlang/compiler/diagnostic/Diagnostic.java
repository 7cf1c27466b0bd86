package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message to the user.
 *
 * @param message what is wrong, in one sentence: what was expected and what was found
 * @param span the place
 * @param note a few words behind the caret, such as {@code did you mean `tanh`?}
 * @param secondary other places that explain this one
 * @param help what to do, each a line of its own
 */
public record Diagnostic(
        DiagnosticKind kind,
        String message,
        Span span,
        Optional<String> note,
        List<Label> secondary,
        List<String> help) {

    /** A secondary place with the words that belong to it. */
    public record Label(Span span, String text) {}

    public Diagnostic {
        secondary = List.copyOf(secondary);
        help = List.copyOf(help);
    }

    /** A diagnostic of {@code kind}, whose wording takes {@code arguments}. */
    public static Diagnostic of(DiagnosticKind kind, Span span, Object... arguments) {
        return new Diagnostic(kind, kind.message(arguments), span, Optional.empty(), List.of(), kind.help());
    }

    public Severity severity() {
        return kind.severity();
    }

    public Diagnostic withNote(String text) {
        return new Diagnostic(kind, message, span, Optional.of(text), secondary, help);
    }

    public Diagnostic withSecondary(Span place, String text) {
        List<Label> labels = new ArrayList<>(secondary);
        labels.add(new Label(place, text));
        return new Diagnostic(kind, message, span, note, labels, help);
    }

    /**
     * This one, found inside of a block that is used at {@code use}. Nobody can mend a block of the library, so what is found
     * there is told at the use.
     */
    Diagnostic usedAt(Span use) {
        if (span.file().equals(use.file())) {
            return withSecondary(use, "used here");
        }
        Diagnostic moved = new Diagnostic(kind, message, use, Optional.empty(), secondary, help);
        return moved.withSecondary(span, "inside of it");
    }

    public Diagnostic withHelp(String text) {
        List<String> lines = new ArrayList<>(help);
        lines.add(text);
        return new Diagnostic(kind, message, span, note, secondary, lines);
    }
}
