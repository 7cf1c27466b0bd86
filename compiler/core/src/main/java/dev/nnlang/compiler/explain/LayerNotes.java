package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.analyse.Analysis;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to say of a layer: how its weights start, or what its formula does to values. */
final class LayerNotes {

    private final Map<String, List<Node>> nodes;
    /** A deep network has few formulas and many layers. */
    private final Map<Layer.Activation, String> analysed = new HashMap<>();

    /** @param nodes of each layer, by its name */
    LayerNotes(Map<String, List<Node>> nodes) {
        this.nodes = nodes;
    }

    String of(Layer layer) {
        if (layer.operation() instanceof Layer.Activation activation
                && activation.learned().isEmpty()) {
            return analysed.computeIfAbsent(activation, LayerNotes::analysis);
        }
        Layer owner = layer.sharing().orElse(layer);
        Optional<String> start = nodes.get(owner.name()).stream()
                .filter(node -> node.op() instanceof Weight)
                .map(node -> ((Weight) node.op()).initial())
                .findFirst()
                .map(values -> values + ": " + values.reason());
        return owner == layer
                ? start.orElse("")
                : start.map(values -> "the weights of " + owner.name()).orElse("");
    }

    private static String analysis(Layer.Activation activation) {
        return String.join(
                ", ", Analysis.of(activation.body(), activation.argument()).describe());
    }
}
