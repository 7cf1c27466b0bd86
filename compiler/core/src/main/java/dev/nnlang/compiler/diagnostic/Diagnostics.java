package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the stages have to say, so that one run reports all it can find. */
public final class Diagnostics {

    /** Two stages may come across the same mistake; it is told once. */
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    public void report(Diagnostic diagnostic) {
        found.add(diagnostic);
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
