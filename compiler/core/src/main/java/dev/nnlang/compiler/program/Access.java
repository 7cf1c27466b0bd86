package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An element of a buffer.
 *
 * @param axes the loops whose indices name it, the slowest first; none for a scalar's only element
 */
public record Access(Buffer buffer, List<Axis> axes) {

    public Access {
        axes = List.copyOf(axes);
    }

    @Override
    public String toString() {
        return buffer.name()
                + axes.stream().map(axis -> "[" + axis.index() + "]").collect(Collectors.joining());
    }
}
