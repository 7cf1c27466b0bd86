package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one formula of two, where the second is the only reader of the first and both have one shape. */
final class FuseElementwise {

    private final Map<Value, MapElements> fusible = new HashMap<>();
    private final Map<Value, Integer> uses;

    private FuseElementwise(Graph graph) {
        this.uses = graph.uses();
    }

    static Graph run(Graph graph) {
        FuseElementwise pass = new FuseElementwise(graph);
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            nodes.add(new Node(node.value(), pass.fuse(node), node.origin()));
        }
        return RemoveUnusedNodes.run(new Graph(nodes, graph.outputs()));
    }

    private Op fuse(Node node) {
        if (!(node.op() instanceof MapElements map)) {
            return node.op();
        }
        MapElements fused = map;
        for (Value operand : map.operands()) {
            MapElements inner = fusible.get(operand);
            if (inner != null && inner.shape().equals(map.shape())) {
                fused = fuse(fused, operand, inner);
            }
        }
        if (uses.get(node.value()) == 1) {
            fusible.put(node.value(), fused);
        }
        return fused;
    }

    private static MapElements fuse(MapElements outer, Value operand, MapElements inner) {
        Formula formula = outer.formula().substitute(Map.of(operand.name(), inner.formula()));
        List<Value> operands = new ArrayList<>(outer.operands());
        operands.remove(operand);
        operands.addAll(inner.operands());
        return new MapElements(
                Simplifier.simplify(formula), operands.stream().distinct().toList(), outer.shape());
    }
}
