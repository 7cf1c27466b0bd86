package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a network into a graph, once: what differs between training and prediction is left open, see {@link MapElements#byMode}.
 */
public final class Lowering {

    private final Network network;
    private final Diagnostics diagnostics;
    private final GraphBuilder builder = new GraphBuilder();

    private final Map<Value, Value> tracked = new LinkedHashMap<>();
    private final NormRules norms;
    private final Dims dims;

    private Lowering(Network network, Diagnostics diagnostics) {
        this.network = network;
        this.diagnostics = diagnostics;
        this.norms = new NormRules(builder, tracked);
        this.dims = new Dims(network);
    }

    /**
     * The graph of {@code network}; empty after an error.
     *
     * @param training what it minimises; if empty, the graph only predicts
     */
    public static Optional<NetworkGraph> lower(Network network, Optional<Training> training, Diagnostics diagnostics) {
        return new Lowering(network, diagnostics).run(training);
    }

    private Optional<NetworkGraph> run(Optional<Training> training) {
        Map<Layer, Value> values = new HashMap<>();
        for (Layer layer : network.layers()) {
            List<Value> inputs = layer.inputs().stream().map(values::get).toList();
            // A layer behind one that failed has nothing to be checked against.
            if (!inputs.contains(null) && sharesShapes(layer, inputs, values)) {
                lower(layer, inputs).ifPresent(value -> values.put(layer, value));
            }
        }
        List<Value> outputs = network.outputs().stream()
                .map(output -> values.get(output.layer()))
                .toList();
        if (!areSound(outputs)) {
            return Optional.empty();
        }
        List<NetworkGraph.Activation> activations = training.map(
                        train -> new WatchedActivations(network, train, diagnostics).of(values))
                .orElse(List.of());
        Optional<NetworkGraph.Objective> objective = training.map(
                train -> new ObjectiveRules(network, values, builder).objective(train, tracked, activations));
        return diagnostics.hasErrors()
                ? Optional.empty()
                : Optional.of(finish(outputs, objective)).filter(graph -> learns(graph, training));
    }

    /** The layer's value; empty after an error. */
    private Optional<Value> lower(Layer layer, List<Value> inputs) {
        Diagnostics inside = inside(layer);
        try {
            return new LayerRules(network, builder, dims, norms, inside).lower(layer, inputs);
        } catch (Shape.TooLargeException e) {
            inside.report(DiagnosticKind.TOO_LARGE, layer.span(), layer.span().text(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether every output is there, and fits its target. */
    private boolean areSound(List<Value> outputs) {
        boolean sound = true;
        for (int i = 0; i < outputs.size(); i++) {
            sound &=
                    outputs.get(i) != null && OutputCheck.fits(network.outputs().get(i), outputs.get(i), diagnostics);
        }
        return sound;
    }

    private boolean learns(NetworkGraph graph, Optional<Training> training) {
        boolean learns = training.isEmpty() || !graph.weights().isEmpty();
        if (!learns) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.NOTHING_TO_TRAIN, training.get().span(), network.name())
                    .withSecondary(network.span(), network.name() + " is declared here"));
        }
        return learns;
    }

    /** What is wrong with a layer of a block points at the uses of the block too. */
    private Diagnostics inside(Layer layer) {
        Diagnostics inside = diagnostics;
        for (Layer.Use use : layer.uses()) {
            inside = inside.inside(use.span());
        }
        return inside;
    }

    /** Whether a layer gets what the layer gets whose weights it shares; otherwise the weights would not fit. */
    private boolean sharesShapes(Layer layer, List<Value> inputs, Map<Layer, Value> values) {
        Optional<Value> first =
                layer.sharing().map(owner -> values.get(owner.inputs().get(0)));
        if (first.isEmpty() || isAlike(first.get(), inputs.get(0))) {
            return true;
        }
        inside(layer)
                .report(Diagnostic.of(
                                DiagnosticKind.SHARED_WEIGHTS_MISMATCH,
                                layer.span(),
                                layer.span().text(),
                                LayerRules.describe(first.get()),
                                LayerRules.describe(inputs.get(0)))
                        .withHelp("give it the same shape everywhere, or write it out where it gets another"));
        return false;
    }

    private static boolean isAlike(Value first, Value second) {
        return first.shape().isAsLongAs(second.shape()) && first.element() == second.element();
    }

    private NetworkGraph finish(List<Value> outputs, Optional<NetworkGraph.Objective> objective) {
        Set<Value> wanted = new LinkedHashSet<>(outputs);
        objective.ifPresent(found -> wanted.addAll(found.results()));
        Graph graph = builder.build(List.copyOf(wanted));
        List<Value> inputs = graph.nodes().stream()
                .filter(node -> node.op() instanceof Input)
                .map(Node::value)
                .filter(value ->
                        objective.isEmpty() || !objective.get().targets().contains(value))
                .toList();
        List<Value> weights = graph.nodes().stream()
                .filter(node -> node.op() instanceof Weight)
                .map(Node::value)
                .toList();
        List<Value> statistics = graph.nodes().stream()
                .filter(node -> node.op() instanceof RunningStatistic)
                .map(Node::value)
                .toList();
        return new NetworkGraph(graph, inputs, weights, statistics, outputs, objective);
    }
}
