package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.graph.op.Op;
import java.util.List;

/**
 * One op, the value it makes and where it comes from.
 *
 * @param origin the layer whose value it makes
 * @param absorbed the layers before it whose formulas have been written into its own, in order
 */
public record Node(Value value, Op op, Origin origin, List<Origin> absorbed) {

    public Node {
        absorbed = List.copyOf(absorbed);
    }

    public Node(Value value, Op op, Origin origin) {
        this(value, op, origin, List.of());
    }

    @Override
    public String toString() {
        return value + " = " + op;
    }
}
