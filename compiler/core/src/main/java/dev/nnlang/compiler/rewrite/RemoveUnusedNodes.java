package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Drops what no output needs. Feeds, weights and statistics stay: the caller fills them. */
final class RemoveUnusedNodes {

    private RemoveUnusedNodes() {}

    static Graph run(Graph graph) {
        Set<Value> filled = graph.nodes().stream()
                .filter(node -> isFilled(node.op()))
                .map(Node::value)
                .collect(Collectors.toSet());
        return run(graph, filled);
    }

    /** Drops what neither an output needs nor the caller fills. */
    static Graph run(Graph graph, Set<Value> filled) {
        Set<Value> needed = new HashSet<>(graph.outputs());
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            if (needed.contains(node.value())) {
                needed.addAll(node.op().operands());
            }
        }
        List<Node> kept = graph.nodes().stream()
                .filter(node -> needed.contains(node.value()) || filled.contains(node.value()))
                .toList();
        return new Graph(kept, graph.outputs());
    }

    private static boolean isFilled(Op op) {
        return op instanceof Input || op instanceof Weight || op instanceof RunningStatistic;
    }
}
