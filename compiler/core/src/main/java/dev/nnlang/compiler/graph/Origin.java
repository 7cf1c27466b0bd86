package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a node comes from.
 *
 * @param layer the layer's name: {@code dense1}; that of the loss for nodes of the loss
 * @param span what was written
 * @param uses where the blocks are used inside of which that stands, the outermost first
 * @param backward whether it belongs to the backward pass of that layer
 */
public record Origin(String layer, Span span, List<Span> uses, boolean backward) {

    public Origin {
        uses = List.copyOf(uses);
    }

    public Origin(String layer, Span span) {
        this(layer, span, List.of(), false);
    }

    /** The same layer's backward pass. */
    public Origin backwards() {
        return new Origin(layer, span, uses, true);
    }

    /** {@code dense(16)}: the source text on one line, without comments. */
    public String text() {
        return span.onOneLine();
    }

    /** {@code iris.nn:14}. */
    public String where() {
        return span.where();
    }

    /** {@code , in residual(32), iris.nn:14}, to follow text and place: all blocks, from the inside; empty outside of them. */
    public String within() {
        return IntStream.range(0, uses.size())
                .mapToObj(i -> in(uses.get(uses.size() - 1 - i)))
                .collect(Collectors.joining());
    }

    /** The outermost of {@link #within}: the network's own line. */
    public String withinNetwork() {
        return uses.isEmpty() ? "" : in(uses.get(0));
    }

    private static String in(Span use) {
        return ", in " + use.onOneLine() + ", " + use.where();
    }
}
