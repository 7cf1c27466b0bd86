package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.Span;
import java.util.List;

/**
 * One column.
 *
 * @param header how the file calls it
 * @param transforms the preprocessing, in the order in which values flow through it
 * @param span the column's name
 */
public record Column(String name, String header, String doc, Kind kind, List<Invocation> transforms, Span span) {

    /** What a column holds. */
    public sealed interface Kind {}

    /** {@code real} or {@code real[width]}. */
    public record Real(int width) implements Kind {}

    /** {@code one of setosa, versicolor, virginica}. */
    public record OneOf(List<Label> labels) implements Kind {}

    /** {@code image(28x28)} or {@code image(32x32x3)}: pixels 0 to 255, in height x width x channel order. */
    public record Image(int height, int width, int channels) implements Kind {}

    /**
     * A value of {@code one of}.
     *
     * @param written how the file writes it
     */
    public record Label(String name, String written) {}
}
