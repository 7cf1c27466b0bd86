package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what the stages have to say, so that one run reports all it can find. */
public final class Diagnostics {

    /** Two stages, or two uses of a block, may come across the same mistake; it is told once. */
    private record Mistake(DiagnosticKind kind, String message, Span span) {}

    private final Map<Mistake, Diagnostic> found;
    private final Consumer<Diagnostic> collector;

    public Diagnostics() {
        this.found = new LinkedHashMap<>();
        this.collector = diagnostic ->
                found.putIfAbsent(new Mistake(diagnostic.kind(), diagnostic.message(), diagnostic.span()), diagnostic);
    }

    private Diagnostics(Diagnostics outer, Span use) {
        this.found = outer.found;
        this.collector = diagnostic -> outer.report(diagnostic.usedAt(use));
    }

    /** What is reported to the result is reported here, and points at {@code use}, where the block stands that holds it. */
    public Diagnostics inside(Span use) {
        return new Diagnostics(this, use);
    }

    public void report(Diagnostic diagnostic) {
        collector.accept(diagnostic);
    }

    public void report(DiagnosticKind kind, Span span, Object... arguments) {
        report(Diagnostic.of(kind, span, arguments));
    }

    public boolean hasErrors() {
        return found.values().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** All diagnostics in the order of their places. */
    public List<Diagnostic> list() {
        return found.values().stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.span().file().name())
                        .thenComparingInt(d -> d.span().start()))
                .toList();
    }
}
