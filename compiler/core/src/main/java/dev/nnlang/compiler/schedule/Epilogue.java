package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is computed from each element of a matrix product while it is at hand: bias, activation, … */
final class Epilogue {

    private Epilogue() {}

    /** Whether a node adds up products, element by element of its result. */
    static boolean hasOne(Node node) {
        return SumLoops.isProduct(node.op());
    }

    /** The nodes behind {@code product} in a step that can be computed in its loops. */
    static List<Node> of(Node product, List<Node> stepNodes) {
        List<Node> epilogue = new ArrayList<>();
        Set<Value> atHand = new HashSet<>(Set.of(product.value()));
        int first = stepNodes.indexOf(product) + 1;
        for (Node node : stepNodes.subList(first, stepNodes.size())) {
            boolean fits = node.op() instanceof MapElements
                    && node.value().shape().equals(product.value().shape())
                    && node.op().operands().stream().anyMatch(atHand::contains);
            if (!fits) {
                break;
            }
            epilogue.add(node);
            atHand.add(node.value());
        }
        return epilogue;
    }
}
