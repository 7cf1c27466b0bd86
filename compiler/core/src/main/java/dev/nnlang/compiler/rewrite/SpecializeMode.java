package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.NetworkGraph.Objective;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes of a lowered network the graph of one mode: a normalisation reads the statistics of the batch or the running ones, dropout drops or
 * does nothing.
 */
public final class SpecializeMode {

    private SpecializeMode() {}

    /** The graph that is trained, not differentiated yet. */
    public static NetworkGraph forTraining(NetworkGraph lowered) {
        return lowered.withGraph(inMode(lowered.graph(), true));
    }

    /** The graph that computes the loss as the predictor would; statistics stay as they are. */
    public static NetworkGraph forEvaluation(NetworkGraph lowered) {
        Objective objective = lowered.training().orElseThrow();
        return otherwise(lowered, Optional.of(objective.withTracked(Map.of())));
    }

    /** The graph that predicts: nothing is known of targets and losses. */
    public static NetworkGraph forPrediction(NetworkGraph lowered) {
        return otherwise(lowered, Optional.empty());
    }

    /** Whether a network computes the same in both modes. */
    public static boolean isNeeded(NetworkGraph lowered) {
        return lowered.graph().nodes().stream()
                .anyMatch(node -> node.op() instanceof MapElements map && map.dependsOnMode());
    }

    private static NetworkGraph otherwise(NetworkGraph lowered, Optional<Objective> objective) {
        Set<Value> wanted = new LinkedHashSet<>(lowered.outputs());
        objective.ifPresent(each -> wanted.addAll(each.results()));
        Graph graph = new Graph(inMode(lowered.graph(), false).nodes(), List.copyOf(wanted));
        Set<Value> filled = Stream.of(lowered.inputs(), lowered.weights(), lowered.statistics())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        objective.ifPresent(each -> filled.addAll(each.targets()));
        return new NetworkGraph(
                RemoveUnusedNodes.run(graph, filled),
                lowered.inputs(),
                lowered.weights(),
                lowered.statistics(),
                lowered.outputs(),
                objective);
    }

    private static Graph inMode(Graph graph, boolean training) {
        Replacement walk = new Replacement();
        for (Node node : graph.nodes()) {
            Op op = walk.current(node);
            if (op instanceof MapElements map && map.dependsOnMode()) {
                specialize(node, map.inMode(training), walk, graph);
            } else {
                walk.keep(node, op);
            }
        }
        return walk.finish(graph);
    }

    /** A value of the same layer is read directly; what is left of a layer that does nothing stays, so that layers are told apart. */
    private static void specialize(Node node, MapElements op, Replacement walk, Graph graph) {
        Value first = op.operands().get(0);
        boolean ofSameLayer = graph.producers().get(first).origin().equals(node.origin());
        if (ofSameLayer && BypassIdentities.isIdentity(op)) {
            walk.replace(node.value(), first);
        } else {
            walk.keep(node, op);
        }
    }
}
