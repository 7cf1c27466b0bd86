package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Op;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Computes once what two nodes compute alike. */
final class MergeEqualNodes {

    private MergeEqualNodes() {}

    static Graph run(Graph graph) {
        Replacement walk = new Replacement();
        Set<Value> outputs = Set.copyOf(graph.outputs());
        Map<Op, Value> seen = new HashMap<>();
        for (Node node : graph.nodes()) {
            Op op = walk.current(node);
            // Two feeds, or two weights of one shape, are two things.
            boolean leaf = op.operands().isEmpty();
            Value first = leaf || outputs.contains(node.value()) ? null : seen.get(op);
            if (first != null) {
                walk.replace(node.value(), first);
            } else {
                seen.putIfAbsent(op, node.value());
                walk.keep(node, op);
            }
        }
        return walk.finish(graph);
    }
}
