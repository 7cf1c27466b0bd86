package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** An op that reads no other value. */
public sealed interface Leaf extends Op permits Input, Weight, RunningStatistic, Noise, Literal {

    @Override
    default List<Value> operands() {
        return List.of();
    }

    @Override
    default Op replace(UnaryOperator<Value> replacement) {
        return this;
    }
}
