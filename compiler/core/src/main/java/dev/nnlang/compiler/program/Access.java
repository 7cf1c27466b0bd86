package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An element of a buffer.
 *
 * @param indices one for each dim, the slowest first; none for a scalar's only element. Dims of length 1 have none
 */
public record Access(Buffer buffer, List<Index> indices) {

    public Access {
        indices = indices.stream().filter(index -> !isAlone(index)).toList();
    }

    /** The element where the loops stand. */
    public static Access at(Buffer buffer, List<Axis> axes) {
        return new Access(
                buffer, axes.stream().map(axis -> (Index) new Index.At(axis)).toList());
    }

    private static boolean isAlone(Index index) {
        return index.extent() instanceof Axis.Fixed fixed && fixed.size() == 1;
    }

    @Override
    public String toString() {
        return buffer.name() + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
    }
}
