package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the value of a node where a later formula would compute the same function again: {@code y} for {@code sigmoid(z)}, once y is that. */
final class ReuseValues {

    private final Map<Formula, Value> computed = new HashMap<>();

    private ReuseValues() {}

    static Graph run(Graph graph) {
        ReuseValues pass = new ReuseValues();
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Op op = node.op() instanceof MapElements map ? pass.reuse(map) : node.op();
            nodes.add(new Node(node.value(), op, node.origin()));
            if (op instanceof MapElements map && map.formula() instanceof Formula.Unary) {
                pass.computed.putIfAbsent(map.formula(), node.value());
            }
        }
        return new Graph(nodes, graph.outputs());
    }

    private MapElements reuse(MapElements map) {
        Formula formula = FormulaRewriter.transform(map.formula(), part -> {
            Value value = computed.get(part);
            return value != null && value.shape().equals(map.shape()) ? Formula.variable(value.name()) : part;
        });
        List<Value> readable = new ArrayList<>(map.operands());
        readable.addAll(computed.values());
        return MapElements.of(formula, readable, map.shape());
    }
}
