package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes one formula of two, where the second is the only reader of the first and both have one shape. But a layer that puts several values together
 * leaves each to the layer that computes it: that is how it was written.
 */
final class FuseElementwise {

    /**
     * Longer formulas are computed in two: nobody could read them, and where each of a chain of activations has cases, the cases of all
     * would multiply.
     */
    private static final int LONGEST = 150;

    /** What a value is, as a formula that its only reader may take over. */
    private final Map<Value, Node> fusible = new HashMap<>();

    private final Map<Value, Integer> uses;
    private final Set<Value> given = new HashSet<>();

    private FuseElementwise(Graph graph) {
        this.uses = graph.uses();
        graph.nodes().stream()
                .filter(node -> node.op() instanceof Input || node.op() instanceof Weight)
                .forEach(node -> given.add(node.value()));
    }

    static Graph run(Graph graph) {
        FuseElementwise pass = new FuseElementwise(graph);
        List<Node> nodes = graph.nodes().stream().map(pass::fuse).toList();
        return RemoveUnusedNodes.run(new Graph(nodes, graph.outputs()));
    }

    private Node fuse(Node node) {
        if (!(node.op() instanceof MapElements map)) {
            return node;
        }
        Node fused = node;
        for (Value operand : map.operands()) {
            Node inner = fusible.get(operand);
            if (inner != null && inner.op().shape().equals(map.shape()) && belongs(inner, node)) {
                Node longer = fuse(fused, inner);
                fused = ((MapElements) longer.op()).formula().size() <= LONGEST ? longer : fused;
            }
        }
        if (uses.get(node.value()) == 1) {
            fusible.put(node.value(), fused);
        }
        return fused;
    }

    private boolean belongs(Node inner, Node outer) {
        boolean sameLayer = inner.origin().equals(outer.origin());
        long computed = outer.op().operands().stream()
                .filter(Predicate.not(given::contains))
                .count();
        return sameLayer || outer.origin().backward() || computed == 1;
    }

    private static Node fuse(Node outer, Node inner) {
        MapElements map = (MapElements) outer.op();
        MapElements operand = (MapElements) inner.op();
        Formula formula = map.formula().substitute(Map.of(inner.value().name(), operand.formula()));
        List<Value> operands = new ArrayList<>(map.operands());
        operands.addAll(operand.operands());
        MapElements op = MapElements.of(Simplifier.simplify(formula), operands, map.shape());
        return new Node(outer.value(), op, outer.origin(), absorbed(outer, inner));
    }

    private static List<Origin> absorbed(Node outer, Node inner) {
        return Stream.of(inner.absorbed(), List.of(inner.origin()), outer.absorbed())
                .flatMap(List::stream)
                .filter(origin -> !origin.equals(outer.origin()))
                .distinct()
                .toList();
    }
}
