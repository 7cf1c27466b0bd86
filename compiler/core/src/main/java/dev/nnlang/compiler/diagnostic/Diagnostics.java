package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the stages have to say, so that one run reports all it can find. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();

    public void report(Diagnostic diagnostic) {
        if (!found.contains(diagnostic)) {
            found.add(diagnostic);
        }
    }

    public void report(DiagnosticKind kind, Span span, Object... arguments) {
        report(Diagnostic.of(kind, span, arguments));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** All diagnostics in the order of their places. */
    public List<Diagnostic> list() {
        return found.stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.span().file().name())
                        .thenComparingInt(d -> d.span().start()))
                .toList();
    }
}
