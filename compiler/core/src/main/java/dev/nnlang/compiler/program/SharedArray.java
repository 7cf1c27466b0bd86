package dev.nnlang.compiler.program;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One array for several buffers, of which no step of a pass needs more than one. It is as long as the longest.
 *
 * @param name no buffer's
 * @param buffers in the order of the data's way; each begins at the array's first element
 */
public record SharedArray(String name, List<Buffer> buffers) {

    public SharedArray {
        buffers = List.copyOf(buffers);
    }

    public Buffer longest() {
        return buffers.stream()
                .max(Comparator.comparingInt(buffer -> buffer.shape().size()))
                .orElseThrow();
    }

    /** {@code shared1[n][24][24][6] of conv1, dConv1}. */
    @Override
    public String toString() {
        return name + longest().shape() + " of "
                + buffers.stream().map(Buffer::name).collect(Collectors.joining(", "));
    }
}
