package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line for each layer: where it stands, what it makes, how many parameters it has, what it costs, how it starts. The use of a block is a line
 * too, which sums up the lines of its layers that follow.
 */
public final class LayerTable {

    private static final String INDENT = "  ";

    private final Network network;
    private final Map<String, List<Node>> nodes;
    private final Map<String, List<Layer>> blocks = new HashMap<>();
    private final TextTable table;
    private final Function<Layer, List<String>> note;

    private LayerTable(Network network, Graph graph, TextTable table, Function<Layer, List<String>> note) {
        this.network = network;
        this.nodes = byLayer(graph);
        this.table = table;
        this.note = note;
        for (Layer layer : network.layers()) {
            layer.uses().forEach(use -> blocks.computeIfAbsent(use.name(), key -> new ArrayList<>())
                    .add(layer));
        }
    }

    /** The table with what {@code nn explain} says of each layer. */
    public static String withNotes(Network network, NetworkGraph graph) {
        TextTable table = new TextTable(true, false, false, true, true, false);
        table.add(List.of("line", "layer", "output", "parameters", "FLOP", ""));
        LayerNotes notes = new LayerNotes(byLayer(graph.graph()));
        return new LayerTable(network, graph.graph(), table, layer -> List.of(notes.of(layer))).render();
    }

    /** The table for the comment of a generated class. */
    public static String of(Network network, NetworkGraph graph) {
        TextTable table = new TextTable(true, false, false, true, true);
        table.add(List.of("line", "layer", "output", "parameters", "FLOP"));
        return new LayerTable(network, graph.graph(), table, layer -> List.of()).render();
    }

    /** How many trained numbers there are. */
    public static long parameters(Graph graph) {
        return parameters(graph.nodes().stream());
    }

    private static long parameters(Stream<Node> nodes) {
        return nodes.filter(node -> node.op() instanceof Weight)
                .mapToLong(node -> node.value().shape().size())
                .sum();
    }

    private static Map<String, List<Node>> byLayer(Graph graph) {
        return graph.nodes().stream()
                .collect(Collectors.groupingBy(node -> node.origin().layer()));
    }

    private String render() {
        List<Layer.Use> open = List.of();
        for (Layer layer : network.layers()) {
            List<Layer.Use> uses = layer.uses();
            for (int i = 0; i < uses.size(); i++) {
                if (i >= open.size() || !uses.get(i).equals(open.get(i))) {
                    Layer.Use use = uses.get(i);
                    table.add(cells(use.span(), i, blocks.get(use.name())));
                }
            }
            open = uses;
            List<String> row = new ArrayList<>(cells(layer.span(), uses.size(), List.of(layer)));
            row.addAll(note.apply(layer));
            table.add(row);
        }
        return table.render();
    }

    /** What is written at {@code span}, and what its layers come to. */
    private List<String> cells(Span span, int depth, List<Layer> layers) {
        Layer last = layers.get(layers.size() - 1);
        List<Node> made = nodes.get(last.name());
        long parameters = parameters(layers.stream().flatMap(layer -> nodes.get(layer.name()).stream()));
        long cost = layers.stream()
                .flatMap(layer -> nodes.get(layer.name()).stream())
                // What is the same for all rows has been computed before the first.
                .filter(node -> node.value().shape().perRow())
                .mapToLong(OpCost::of)
                .sum();
        return List.of(
                span.file().equals(network.span().file()) ? Integer.toString(span.line()) : span.where(),
                INDENT.repeat(depth) + span.onOneLine(),
                output(made.get(made.size() - 1).value()),
                parameters == 0 ? "" : number(parameters),
                cost == 0 ? "" : number(cost));
    }

    private static String output(Value value) {
        return value.element() == Value.Element.LABEL ? "label" : shape(value.shape());
    }

    /** {@code 28x28x1}, {@code 16}. */
    public static String shape(Shape shape) {
        return shape.rank() == 0
                ? "1"
                : shape.sizes().stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** With a comma for the thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
