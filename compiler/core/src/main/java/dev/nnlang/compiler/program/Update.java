package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An optimizer's rule, applied to every element of every weight. */
public record Update(UpdateRule rule, List<UpdatedWeight> weights) {

    /**
     * A weight with what belongs to it.
     *
     * @param state one buffer for each variable that the rule remembers
     */
    public record UpdatedWeight(Buffer weight, Buffer gradient, Map<String, Buffer> state) {}

    public Update {
        weights = List.copyOf(weights);
    }

    @Override
    public String toString() {
        return "update " + rule.name() + "\n  " + rule + "\n  for "
                + weights.stream().map(each -> each.weight().name()).collect(Collectors.joining(", ")) + "\n";
    }
}
