package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The steps of the loss: one, or one for each output and one that adds up. */
final class LossSteps {

    private static final String TOTAL = "total";

    /** What the step is named after, by the name of what counts as its layer. */
    private final Map<String, String> leads = new HashMap<>();

    LossSteps(Optional<NetworkGraph.Objective> objective, Map<Value, Node> producers) {
        objective.ifPresent(found -> {
            boolean several = found.parts().size() > 1;
            for (NetworkGraph.Part part : found.parts()) {
                Origin origin = producers.get(part.loss()).origin();
                leads.put(origin.layer(), several ? part.target().name() : name(origin));
            }
            leads.putIfAbsent(producers.get(found.loss()).origin().layer(), TOTAL);
        });
    }

    /** Whether a layer's name is that of a loss. */
    boolean isLoss(String layer) {
        return leads.containsKey(layer);
    }

    /** {@code crossEntropy}; of several outputs {@code price}, {@code kind}, and {@code total} of their sum. */
    String lead(String layer) {
        return leads.get(layer);
    }

    /** {@code cross_entropy} becomes {@code crossEntropy}. */
    private static String name(Origin origin) {
        String name = origin.text().replaceAll("\\W.*", "");
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }
}
