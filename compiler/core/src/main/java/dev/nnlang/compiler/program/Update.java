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
     * @param fused whether it is changed by a step of its own, as its gradient is computed; else behind all gradients
     */
    public record UpdatedWeight(
            Buffer weight, boolean kernel, Buffer gradient, Map<String, Buffer> state, UpdateRule rule, boolean fused) {

        /** The same weight, changed by a step of its own. */
        public UpdatedWeight fuse() {
            return new UpdatedWeight(weight, kernel, gradient, state, rule, true);
        }
    }

    public Update {
        weights = List.copyOf(weights);
    }

    /** Whether some weight is changed as its gradient is computed. */
    public boolean fuses() {
        return weights.stream().anyMatch(UpdatedWeight::fused);
    }

    /** The weights that are changed behind all gradients. */
    public List<UpdatedWeight> unfused() {
        return weights.stream().filter(weight -> !weight.fused()).toList();
    }

    @Override
    public String toString() {
        return "update " + optimizer.name() + "\n" + optimizer.toString().indent(2) + "  for "
                + weights.stream()
                        .map(each -> each.weight().name() + " by " + each.rule().name()
                                + (each.fused() ? " as its gradient is computed" : ""))
                        .collect(Collectors.joining(", "))
                + "\n";
    }
}
