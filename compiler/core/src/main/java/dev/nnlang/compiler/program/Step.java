package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.Origin;
import java.util.List;

/**
 * A method of the generated class: the forward or backward pass of a layer and the activation behind it, or the loss.
 *
 * @param name {@code forwardDense1}
 * @param layers the layers it computes, as written
 * @param formulas what it computes, in the language's notation with shapes
 */
public record Step(String name, Phase phase, List<Origin> layers, List<FormulaLine> formulas, List<Nest> nests) {

    /** When it runs. */
    public enum Phase {
        /** Once, when a predictor has read its weights. */
        PREPARE,
        FORWARD,
        LOSS,
        BACKWARD,
        /** Forward, or the loss, as in prediction, where that differs. */
        EVALUATE,
        /** Brings the statistics up to date, once a step. */
        TRACK,
        /** Computes the gradient of a weight and changes the weight. */
        UPDATE
    }

    public Step {
        layers = List.copyOf(layers);
        formulas = List.copyOf(formulas);
        nests = List.copyOf(nests);
    }

    /** The same step, computed otherwise. */
    public Step withNests(List<Nest> others) {
        return new Step(name, phase, layers, formulas, others);
    }

    @Override
    public String toString() {
        return name + "\n" + Nest.indented(nests) + "\n";
    }
}
