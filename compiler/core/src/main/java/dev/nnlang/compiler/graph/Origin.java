package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.source.Span;

/**
 * Where a node comes from.
 *
 * @param layer the layer's name: {@code dense1}; that of the loss for nodes of the loss
 * @param span what was written
 * @param backward whether it belongs to the backward pass of that layer
 */
public record Origin(String layer, Span span, boolean backward) {

    public Origin(String layer, Span span) {
        this(layer, span, false);
    }

    /** The same layer's backward pass. */
    public Origin backwards() {
        return new Origin(layer, span, true);
    }

    /** {@code dense(16)}: the source text on one line. */
    public String text() {
        return span.text().replaceAll("\\s+", " ");
    }

    /** {@code iris.nn:14}. */
    public String where() {
        return span.where();
    }
}
