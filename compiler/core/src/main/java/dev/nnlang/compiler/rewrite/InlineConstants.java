package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a formula that reads no value, such as {@code 1 / rows}, into the formulas that read it. */
final class InlineConstants {

    private InlineConstants() {}

    static Graph run(Graph graph) {
        Map<String, Formula> constants = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Op op = node.op() instanceof MapElements map ? inline(map, constants) : node.op();
            if (op instanceof MapElements map && map.operands().isEmpty()) {
                constants.put(node.value().name(), map.formula());
            }
            nodes.add(new Node(node.value(), op, node.origin()));
        }
        return new Graph(nodes, graph.outputs());
    }

    private static MapElements inline(MapElements map, Map<String, Formula> constants) {
        return map.operands().stream().noneMatch(operand -> constants.containsKey(operand.name()))
                ? map
                : MapElements.of(Simplifier.simplify(map.formula().substitute(constants)), map.operands(), map.shape());
    }
}
