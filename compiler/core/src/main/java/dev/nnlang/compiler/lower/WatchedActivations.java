package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.analyse.SaturationLevels;
import dev.nnlang.compiler.graph.NetworkGraph.Activation;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The activations that metrics of a training look at: those whose outputs tell whether they have levelled off. The network's own output is not
 * among them, since an answer that is certain is no fault.
 */
final class WatchedActivations {

    private final Network network;
    private final Training training;
    private final Diagnostics diagnostics;
    /** A deep network has few formulas and many layers. */
    private final Map<Layer.Activation, Optional<SaturationLevels>> analysed = new HashMap<>();

    WatchedActivations(Network network, Training training, Diagnostics diagnostics) {
        this.network = network;
        this.training = training;
        this.diagnostics = diagnostics;
    }

    /** In the order of the data's way; none unless some metric needs them. */
    List<Activation> of(Map<Layer, Value> values) {
        Optional<String> metric =
                Stream.of("saturation", "dead_units").filter(training::measures).findFirst();
        if (metric.isEmpty()) {
            return List.of();
        }
        List<Activation> found = new ArrayList<>();
        List<Layer> outputs =
                network.outputs().stream().map(Network.Output::layer).toList();
        for (Layer layer : network.layers()) {
            if (!outputs.contains(layer)) {
                plateaus(layer).ifPresent(plateaus -> found.add(new Activation(values.get(layer), plateaus)));
            }
        }
        if (found.isEmpty()) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOTHING_TO_WATCH, training.span(), metric.get(), network.name())
                            .withSecondary(network.span(), network.name() + " is declared here"));
        }
        return found;
    }

    private Optional<SaturationLevels> plateaus(Layer layer) {
        return layer.operation() instanceof Layer.Activation activation
                ? analysed.computeIfAbsent(activation, WatchedActivations::analyse)
                : Optional.empty();
    }

    /** What is learned is taken as it starts. */
    private static Optional<SaturationLevels> analyse(Layer.Activation activation) {
        Map<String, Formula> start = activation.learned().stream()
                .collect(Collectors.toMap(Layer.Learned::name, learned -> Formula.constant(learned.initial())));
        return SaturationLevels.of(activation.body().substitute(start), activation.argument());
    }
}
