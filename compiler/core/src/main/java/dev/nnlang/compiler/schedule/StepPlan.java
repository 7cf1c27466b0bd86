package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes that one method computes.
 *
 * @param lead the layer that the step is named after
 * @param nodes in the order of computing
 * @param layers the layers that take part
 */
record StepPlan(Step.Phase phase, String lead, List<Node> nodes, List<Origin> layers) {

    /** The step that goes on with this one, still empty. */
    StepPlan part(int number) {
        return new StepPlan(phase, lead + "Part" + number, new ArrayList<>(), layers);
    }

    /** {@code forwardDense1}. */
    String name() {
        String word =
                switch (phase) {
                    case PREPARE -> "prepare";
                    case FORWARD -> "forward";
                    case LOSS -> "loss";
                    case BACKWARD -> "backward";
                    case EVALUATE -> "evaluate";
                    case TRACK -> "track";
                    case UPDATE -> "update";
                };
        return word + Character.toUpperCase(lead.charAt(0)) + lead.substring(1);
    }
}
