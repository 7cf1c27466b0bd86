package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A walk over a graph that rebuilds it while some values are replaced by others. */
final class Replacement {

    private final Map<Value, Value> replacements = new HashMap<>();
    private final List<Node> kept = new ArrayList<>();

    /** The op of {@code node} on what its operands have become. */
    Op current(Node node) {
        return node.op().replace(this::current);
    }

    Value current(Value value) {
        return replacements.getOrDefault(value, value);
    }

    /** Keeps the node with this op. */
    void keep(Node node, Op op) {
        kept.add(new Node(node.value(), op, node.origin()));
    }

    /** Drops the node; whoever reads {@code value} shall read {@code instead}. */
    void replace(Value value, Value instead) {
        replacements.put(value, instead);
    }

    /** The graph as it is now. Outputs keep their values: they must not be replaced. */
    Graph finish(Graph graph) {
        return new Graph(kept, graph.outputs());
    }
}
