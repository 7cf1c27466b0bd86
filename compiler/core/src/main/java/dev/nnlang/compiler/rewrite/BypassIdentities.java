package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import java.util.Set;

/** Reads {@code x} directly where the activation {@code identity} stood between. */
final class BypassIdentities {

    private BypassIdentities() {}

    static Graph run(Graph graph) {
        Replacement walk = new Replacement();
        Set<Value> outputs = Set.copyOf(graph.outputs());
        for (Node node : graph.nodes()) {
            Op op = walk.current(node);
            if (isIdentity(op) && !outputs.contains(node.value())) {
                walk.replace(node.value(), op.operands().get(0));
            } else {
                walk.keep(node, op);
            }
        }
        return walk.finish(graph);
    }

    /** Whether an op makes what it reads. */
    static boolean isIdentity(Op op) {
        return op instanceof MapElements map
                && map.formula() instanceof Formula.Variable
                && map.operands().size() == 1
                && map.operands().get(0).shape().equals(map.shape());
    }
}
