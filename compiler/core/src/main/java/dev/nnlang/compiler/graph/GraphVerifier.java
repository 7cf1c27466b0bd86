package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.graph.op.MapElements;
import java.util.HashSet;
import java.util.Set;

/** Asserts of a graph what only a bug of ours would break. Tests run it after every pass. */
public final class GraphVerifier {

    private final Set<Value> made = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private GraphVerifier() {}

    /**
     * Checks that each value is made once, before it is read, under a name of its own and in the shape that its op says.
     *
     * @throws IllegalStateException if not, with the node
     */
    public static void verify(Graph graph) {
        GraphVerifier verifier = new GraphVerifier();
        graph.nodes().forEach(verifier::node);
        graph.outputs().forEach(output -> require(verifier.made.contains(output), "nothing makes", output));
    }

    private void node(Node node) {
        node.op()
                .operands()
                .forEach(operand -> require(made.contains(operand), "read before it is made: " + operand, node));
        require(
                node.value().shape().equals(node.op().shape()),
                "a shape of " + node.op().shape(),
                node);
        require(names.add(node.value().name()), "a second value of that name", node);
        if (node.op() instanceof MapElements map) {
            formula(map, node);
        }
        made.add(node.value());
    }

    /** A formula reads its operands, each of them, and nothing else but the number of rows. */
    private static void formula(MapElements map, Node node) {
        Set<String> bound = new HashSet<>();
        map.operands().forEach(operand -> require(bound.add(operand.name()), "an operand twice", node));
        Set<String> read = new HashSet<>(map.formula().variables());
        read.remove(MapElements.ROWS);
        require(read.equals(bound), "a formula of " + read, node);
    }

    private static void require(boolean condition, String problem, Object place) {
        if (!condition) {
            throw new IllegalStateException(problem + " in " + place);
        }
    }
}
