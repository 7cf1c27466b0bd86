package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an optimizer does to every element of every weight. */
public record Update(Optimizer optimizer, List<UpdatedWeight> weights) {

    /**
     * A weight with what belongs to it.
     *
     * @param kernel whether it leads to units, see {@link Optimizer#rule}
     * @param state one buffer for each variable that the rule remembers
     */
    public record UpdatedWeight(
            Buffer weight, boolean kernel, Buffer gradient, Map<String, Buffer> state, UpdateRule rule) {}

    public Update {
        weights = List.copyOf(weights);
    }

    @Override
    public String toString() {
        return "update " + optimizer.name() + "\n" + optimizer.toString().indent(2) + "  for "
                + weights.stream()
                        .map(each -> each.weight().name() + " by " + each.rule().name())
                        .collect(Collectors.joining(", "))
                + "\n";
    }
}
