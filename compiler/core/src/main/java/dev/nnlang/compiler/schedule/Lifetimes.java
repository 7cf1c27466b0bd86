package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Traffic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * From which step to which each buffer is needed. Threads wait for each other at the end of a step, not inside: what is needed by the same step
 * is needed at once.
 */
final class Lifetimes {

    /** In each pass the first and the last step of a buffer, by the buffer's name: a trainer and its evaluation describe some differently. */
    private final List<Map<String, Span>> passes;

    private final Set<String> readFirst = new HashSet<>();

    private record Span(int first, int last) {

        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }

        Span until(int step) {
            return new Span(first, step);
        }
    }

    Lifetimes(Program program) {
        this.passes = program.passes().stream().map(this::spans).toList();
    }

    private Map<String, Span> spans(List<Step> pass) {
        Map<String, Span> spans = new HashMap<>();
        IntStream.range(0, pass.size()).forEach(i -> Traffic.of(pass.get(i)).forEach(each -> note(each, i, spans)));
        return spans;
    }

    private void note(Traffic traffic, int step, Map<String, Span> spans) {
        String name = traffic.access().buffer().name();
        if (!spans.containsKey(name) && !traffic.writes()) {
            readFirst.add(name);
        }
        spans.merge(name, new Span(step, step), (span, next) -> span.until(step));
    }

    /** Whether every pass that needs a buffer makes it, so that nothing is kept from one to the next. */
    boolean endsWithItsPass(Buffer buffer) {
        return !readFirst.contains(buffer.name());
    }

    /** Whether some step lies in the lives of both. */
    boolean overlap(Buffer one, Buffer other) {
        return passes.stream().anyMatch(spans -> {
            Span first = spans.get(one.name());
            Span second = spans.get(other.name());
            return first != null && second != null && first.overlaps(second);
        });
    }
}
