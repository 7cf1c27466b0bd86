package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.graph.op.Op;

/** One op, the value it makes and where it comes from. */
public record Node(Value value, Op op, Origin origin) {

    @Override
    public String toString() {
        return value + " = " + op;
    }
}
