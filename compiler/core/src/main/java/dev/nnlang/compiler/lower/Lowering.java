package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a network into graphs. */
public final class Lowering {

    private final Network network;
    private final Diagnostics diagnostics;
    private final GraphBuilder builder = new GraphBuilder();

    private Lowering(Network network, Diagnostics diagnostics) {
        this.network = network;
        this.diagnostics = diagnostics;
    }

    /** The graph that predicts; empty after an error. */
    public static Optional<NetworkGraph> predictor(Network network, Diagnostics diagnostics) {
        return new Lowering(network, diagnostics).run(Optional.empty());
    }

    /** The graph that is trained, not differentiated yet; empty after an error. */
    public static Optional<NetworkGraph> trainer(Network network, Training training, Diagnostics diagnostics) {
        return new Lowering(network, diagnostics).run(Optional.of(training));
    }

    private Optional<NetworkGraph> run(Optional<Training> training) {
        LayerRules rules = new LayerRules(network, builder, diagnostics);
        Map<Layer, Value> values = new HashMap<>();
        for (Layer layer : network.layers()) {
            List<Value> inputs = layer.inputs().stream().map(values::get).toList();
            // A layer behind one that failed has nothing to be checked against.
            if (!inputs.contains(null)) {
                rules.lower(layer, inputs).ifPresent(value -> values.put(layer, value));
            }
        }
        Value output = values.get(network.output());
        if (output == null || !OutputCheck.fits(network, output, diagnostics)) {
            return Optional.empty();
        }
        Optional<NetworkGraph.Objective> objective =
                training.map(train -> new LossRules(network, values, builder).objective(train));
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(finish(output, objective));
    }

    private NetworkGraph finish(Value output, Optional<NetworkGraph.Objective> objective) {
        List<Value> outputs = new ArrayList<>(List.of(output));
        objective.ifPresent(found -> outputs.add(found.loss()));
        var graph = builder.build(outputs);
        List<Value> inputs = graph.nodes().stream()
                .filter(node -> node.op() instanceof Feed)
                .map(Node::value)
                .filter(value ->
                        objective.isEmpty() || !value.equals(objective.get().target()))
                .toList();
        List<Value> weights = graph.nodes().stream()
                .filter(node -> node.op() instanceof Weight)
                .map(Node::value)
                .toList();
        return new NetworkGraph(graph, inputs, weights, output, objective);
    }
}
