package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.MapElements;
import java.util.List;

/** Writes every formula in its simplest and numerically safe form, and drops the operands that it then no longer reads. */
final class SimplifyFormulas {

    private SimplifyFormulas() {}

    static Graph run(Graph graph) {
        List<Node> nodes =
                graph.nodes().stream().map(SimplifyFormulas::simplify).toList();
        return new Graph(nodes, graph.outputs());
    }

    private static Node simplify(Node node) {
        if (!(node.op() instanceof MapElements map)) {
            return node;
        }
        Formula formula = Simplifier.simplify(map.formula());
        return new Node(node.value(), MapElements.of(formula, map.operands(), map.shape()), node.origin());
    }
}
