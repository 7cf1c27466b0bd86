package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An element of a buffer.
 *
 * @param indices one for each dim, the slowest first; none for a scalar's only element
 */
public record Access(Buffer buffer, List<Index> indices) {

    public Access {
        indices = List.copyOf(indices);
    }

    /** The element where the loops stand. */
    public static Access at(Buffer buffer, List<Axis> axes) {
        return new Access(
                buffer, axes.stream().map(axis -> (Index) new Index.At(axis)).toList());
    }

    @Override
    public String toString() {
        return buffer.name() + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
    }
}
