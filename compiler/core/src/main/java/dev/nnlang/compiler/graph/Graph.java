package dev.nnlang.compiler.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Nodes in the order of computing: each stands behind those it reads.
 *
 * @param nodes all nodes
 * @param outputs the values that are wanted; whatever none of them needs may be removed
 */
public record Graph(List<Node> nodes, List<Value> outputs) {

    public Graph {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }

    /** The node that makes each value. */
    public Map<Value, Node> producers() {
        Map<Value, Node> producers = new HashMap<>();
        nodes.forEach(node -> producers.put(node.value(), node));
        return producers;
    }

    /** How often each value is read; values that are wanted count once more. */
    public Map<Value, Integer> uses() {
        Map<Value, Integer> uses = new HashMap<>();
        nodes.forEach(node -> node.op().operands().forEach(value -> uses.merge(value, 1, Integer::sum)));
        outputs.forEach(value -> uses.merge(value, 1, Integer::sum));
        return uses;
    }

    /** The values of {@code outputs} on one line, for the printer. */
    String outputNames() {
        return outputs.stream().map(Value::name).collect(Collectors.joining(", "));
    }

    /** One node a line, with the place it comes from. */
    @Override
    public String toString() {
        int width =
                nodes.stream().mapToInt(node -> node.toString().length()).max().orElse(0);
        return nodes.stream()
                .map(node -> String.format(
                        "%-" + width + "s   // %s %s%s%n",
                        node,
                        node.origin().where(),
                        node.origin().text(),
                        node.origin().within()))
                .map(line -> line.replace(System.lineSeparator(), "\n"))
                .collect(Collectors.joining("", "", "return " + outputNames() + "\n"));
    }
}
