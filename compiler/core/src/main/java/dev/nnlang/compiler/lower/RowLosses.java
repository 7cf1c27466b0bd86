package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.graph.Value;
import java.util.Optional;

/**
 * What is averaged.
 *
 * @param each the loss of each row, or of each output of each row; already weighted
 * @param weights of each row: what the sum is divided by; empty if all count the same
 */
record RowLosses(Value each, Optional<Value> weights) {

    static RowLosses of(Value each) {
        return new RowLosses(each, Optional.empty());
    }
}
