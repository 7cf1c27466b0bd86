package dev.nnlang.compiler.diagnostic;

import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects what the stages have to say, so that one run reports all it can find. */
public final class Diagnostics {

    /** Two stages, or two uses of a block, may come across the same mistake; it is told once. */
    private record Mistake(DiagnosticKind kind, String message, Span span) {}

    /** Nobody mends more at once; and a text that is no {@code .nn} file has a mistake at every word. */
    private static final int MOST_SHOWN = 100;

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

    /** How many there are. */
    public int count() {
        return found.size();
    }

    /** The diagnostics in the order of their places, as many as somebody may want to read. */
    public List<Diagnostic> list() {
        List<Diagnostic> all = found.values().stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.span().file().name())
                        .thenComparingInt(d -> d.span().start()))
                .toList();
        return all.size() <= MOST_SHOWN ? all : firstOf(all);
    }

    private static List<Diagnostic> firstOf(List<Diagnostic> all) {
        List<Diagnostic> shown = new ArrayList<>(all.subList(0, MOST_SHOWN));
        Span next = all.get(MOST_SHOWN).span();
        shown.add(Diagnostic.of(DiagnosticKind.MANY_MORE, next, all.size() - MOST_SHOWN));
        return List.copyOf(shown);
    }
}
