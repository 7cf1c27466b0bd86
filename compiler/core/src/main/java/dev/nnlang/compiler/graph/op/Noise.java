package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;

/**
 * A number for each element, evenly distributed from 0 to 1, new in every step. It depends on the seed, the step, the stream and the place
 * alone, so that it is the same for any number of threads.
 *
 * @param stream tells this noise from that of other layers
 */
public record Noise(Shape shape, int stream) implements Leaf {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.noise(this);
    }

    @Override
    public String toString() {
        return "noise " + stream;
    }
}
