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
        return new Access(buffer, Index.at(axes));
    }

    /** How many elements lie between two turns of the loop over {@code axis}; 0 if it does not move. */
    public int stride(Axis axis) {
        return Index.stride(indices, axis);
    }

    /** The same element with {@code replacement} for the loop over {@code axis}. */
    public Access replace(Axis axis, Axis replacement) {
        return new Access(buffer, Index.replace(indices, axis, replacement));
    }

    @Override
    public String toString() {
        return buffer.name() + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
    }
}
