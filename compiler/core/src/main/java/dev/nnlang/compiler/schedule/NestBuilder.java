package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Nest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Builds the loop nests of a step: a loop for each run of nodes that can share it, contractions with what follows them element by element. */
final class NestBuilder {

    private final StepPlan plan;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    NestBuilder(StepPlan plan, Storage storage, Constants constants) {
        this.plan = plan;
        this.storage = storage;
        this.axes = new StepAxes(storage.dims(plan), constants);
        this.binding = new Binding(storage, axes);
    }

    List<Nest> build() {
        Set<Node> epilogues = new HashSet<>();
        for (Node node : plan.nodes()) {
            if (Epilogue.hasOne(node)) {
                epilogues.addAll(Epilogue.of(node, plan.nodes()));
            }
        }
        List<Node> nodes = plan.nodes().stream()
                .filter(Predicate.not(epilogues::contains))
                .filter(Predicate.not(storage::isAnotherName))
                .toList();
        return nests(nodes, 0, List.of());
    }

    private List<Nest> nests(List<Node> nodes, int level, List<Axis> open) {
        List<Nest> nests = new ArrayList<>();
        for (List<Node> run : LoopRuns.split(nodes, level, storage)) {
            Node first = run.get(0);
            if (LoopRuns.depth(first) == level) {
                nests.addAll(first.op().accept(new NestRules(first, open, plan, storage, axes, binding)));
            } else {
                if (level == 0) {
                    run.stream()
                            .filter(LoopRuns::accumulates)
                            .forEach(node -> nests.add(new Nest.Clear(storage.buffer(node.value()))));
                }
                nests.add(loop(run, level, open));
            }
        }
        return nests;
    }

    private Nest loop(List<Node> run, int level, List<Axis> open) {
        Shape shape = loopShape(run.get(0));
        List<Axis> here = level == 0 && shape.perRow()
                ? List.of(StepAxes.ROWS)
                : axes.ofRow(shape, run.stream().allMatch(this::dimsTogether));
        List<Axis> inside = new ArrayList<>(open);
        inside.addAll(here);
        List<Nest> body = nests(run, level + 1, inside);
        return Nest.Loop.around(here, body).get(0);
    }

    /** The shape whose elements a node's loops run over. */
    private static Shape loopShape(Node node) {
        return LoopRuns.accumulates(node)
                ? node.op().operands().get(0).shape()
                : node.value().shape();
    }

    /** Whether all dims can be one loop: nothing that the node reads or writes has some of them only. */
    private boolean dimsTogether(Node node) {
        Shape shape = loopShape(node);
        return binding.readsTogether(node, shape)
                && !storage.isInside(node.value())
                && Binding.coversAllOrNone(node.value().shape(), shape);
    }
}
