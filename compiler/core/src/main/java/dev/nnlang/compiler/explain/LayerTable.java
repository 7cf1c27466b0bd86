package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.Analysis;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line for each layer: where it stands, what it makes, how many parameters it has, what it costs, how it starts. */
public final class LayerTable {

    private LayerTable() {}

    /** The table with what {@code nn explain} says of each layer. */
    public static String withNotes(Network network, NetworkGraph graph) {
        TextTable table = new TextTable(true, false, false, true, true, false);
        table.add("line", "layer", "output", "parameters", "FLOP", "");
        network.layers().forEach(layer -> {
            String[] cells = cells(layer, graph.graph());
            table.add(cells[0], cells[1], cells[2], cells[3], cells[4], note(layer, graph.graph()));
        });
        return table.render();
    }

    /** The table for the comment of a generated class. */
    public static String of(Network network, NetworkGraph graph) {
        TextTable table = new TextTable(true, false, false, true, true);
        table.add("line", "layer", "output", "parameters", "FLOP");
        network.layers().forEach(layer -> table.add(cells(layer, graph.graph())));
        return table.render();
    }

    /** How many trained numbers there are. */
    public static long parameters(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof Weight)
                .mapToLong(node -> node.value().shape().size())
                .sum();
    }

    private static String[] cells(Layer layer, Graph graph) {
        List<Node> nodes = nodes(layer, graph);
        long parameters = parameters(new Graph(nodes, List.of()));
        long cost = nodes.stream().mapToLong(OpCost::of).sum();
        String text = layer.span().onOneLine();
        return new String[] {
            Integer.toString(layer.span().line()),
            text,
            shape(nodes.get(nodes.size() - 1).value().shape()),
            parameters == 0 ? "" : number(parameters),
            cost == 0 ? "" : number(cost)
        };
    }

    private static List<Node> nodes(Layer layer, Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.origin().layer().equals(layer.name()))
                .toList();
    }

    private static String note(Layer layer, Graph graph) {
        if (layer.operation() instanceof Layer.Activation activation
                && activation.learned().isEmpty()) {
            return String.join(
                    ", ", Analysis.of(activation.body(), activation.argument()).describe());
        }
        Optional<InitialValues> initial = nodes(layer, graph).stream()
                .filter(node -> node.op() instanceof Weight)
                .map(node -> ((Weight) node.op()).initial())
                .findFirst();
        return initial.map(values -> values + ": " + values.reason()).orElse("");
    }

    /** {@code 28x28x1}, {@code 16}. */
    public static String shape(Shape shape) {
        return shape.rank() == 0
                ? "1"
                : shape.dims().stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** With a comma for the thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
