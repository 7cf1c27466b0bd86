package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects nodes into steps, one behind the other. A node joins its step only if all that it reads is there when that step runs; otherwise the step
 * goes on as a second one, which is rare.
 */
final class StepOrder {

    private final List<StepPlan> plans = new ArrayList<>();
    /** The last part of each step, by the step's name. */
    private final Map<String, Part> latest = new HashMap<>();

    private final Map<Value, Part> makers = new HashMap<>();

    /**
     * A step, or what goes on with it.
     *
     * @param number counted from 1
     * @param position among all
     */
    private record Part(StepPlan plan, int number, int position) {

        /** A pass runs whole before the next begins. */
        boolean runsAfter(Part other) {
            int phases = plan.phase().compareTo(other.plan.phase());
            return phases == 0 ? position > other.position : phases > 0;
        }
    }

    /** Adds a node, whose operands have been added before, to {@code wanted} or to what goes on with that. */
    void add(Node node, StepPlan wanted) {
        Part part = latest.get(wanted.name());
        if (part == null) {
            part = start(wanted, wanted, 1);
        } else if (readsLater(node, part)) {
            int number = part.number() + 1;
            part = start(wanted, wanted.part(number), number);
        }
        part.plan().nodes().add(node);
        makers.put(node.value(), part);
    }

    private Part start(StepPlan wanted, StepPlan plan, int number) {
        Part part = new Part(plan, number, plans.size());
        plans.add(plan);
        latest.put(wanted.name(), part);
        return part;
    }

    private boolean readsLater(Node node, Part part) {
        return node.op().operands().stream().map(makers::get).anyMatch(maker -> maker != null && maker.runsAfter(part));
    }

    /** All steps in their order. */
    List<StepPlan> plans() {
        return plans;
    }
}
