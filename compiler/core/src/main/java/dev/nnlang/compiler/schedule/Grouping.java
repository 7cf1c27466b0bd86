package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Leaf;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which nodes form a step: a layer is one step forward and one backward; an activation behind a dense layer shares the layer's steps;
 * an output's softmax is computed together with its loss.
 */
final class Grouping {

    private final Graph graph;
    private final Map<Value, Node> producers = new HashMap<>();
    private final Map<Value, List<Node>> forwardReaders = new HashMap<>();
    /** Each layer's group, named after its first layer. */
    private final Map<String, String> groups = new HashMap<>();

    private final Set<String> contracting = new HashSet<>();
    /** Groups with a layer that draws noise or keeps statistics: it computes something else when it predicts. */
    private final Set<String> twofold = new HashSet<>();

    private final Map<String, List<Origin>> members = new LinkedHashMap<>();
    private final LossSteps losses;
    /** What a predictor computes of its weights alone, before the first row. */
    private final Set<Value> prepared = new HashSet<>();
    /** The new values of statistics. */
    private final Collection<Value> tracked;

    private Grouping(NetworkGraph network) {
        this.graph = network.graph();
        graph.nodes().forEach(this::index);
        if (network.training().isEmpty()) {
            graph.nodes().forEach(this::prepare);
        }
        this.tracked = network.training()
                .map(objective -> objective.tracked().values())
                .orElse(List.of());
        this.losses = new LossSteps(network.training(), producers);
        graph.nodes().stream()
                .filter(node -> !isThere(node) && !node.origin().backward())
                .forEach(this::join);
        network.training().ifPresent(objective -> {
            for (int i = 0; i < network.outputs().size(); i++) {
                Value ofOutput = objective.parts().get(i).loss();
                joinOutputToLoss(
                        producers.get(network.outputs().get(i)),
                        producers.get(ofOutput).origin().layer());
            }
        });
    }

    static List<StepPlan> plan(NetworkGraph network) {
        return new Grouping(network).steps();
    }

    private void index(Node node) {
        producers.put(node.value(), node);
        if (!node.origin().backward()) {
            node.op().operands().forEach(value -> forwardReaders
                    .computeIfAbsent(value, key -> new ArrayList<>())
                    .add(node));
        }
    }

    private void prepare(Node node) {
        boolean ofKeptAlone = node.op().operands().stream()
                .map(producers::get)
                .allMatch(operand -> isThere(operand) && !(operand.op() instanceof Input));
        if (!isLeaf(node) && !node.value().shape().perRow() && ofKeptAlone) {
            prepared.add(node.value());
        }
    }

    /** Whether a pass finds it there: it comes from outside, or has been prepared. */
    private boolean isThere(Node node) {
        return isLeaf(node) || prepared.contains(node.value());
    }

    /** Puts the layer of a node, and those that it has absorbed, into a group. */
    private void join(Node node) {
        List<Origin> origins = new ArrayList<>(node.absorbed());
        origins.add(node.origin());
        String group = groups.computeIfAbsent(origins.get(0).layer(), first -> groupOf(node, first));
        if (Epilogue.hasOne(node)) {
            contracting.add(group);
        }
        if (node.op().operands().stream().map(producers::get).anyMatch(Grouping::isTwofold)) {
            twofold.add(group);
        }
        List<Origin> joined = members.computeIfAbsent(group, key -> new ArrayList<>());
        for (Origin origin : origins) {
            groups.put(origin.layer(), group);
            if (!joined.contains(origin)) {
                joined.add(origin);
            }
        }
    }

    /** A formula of what one dense layer made, and which nobody else reads, belongs to that layer; but the loss is a step of its own. */
    private String groupOf(Node node, String layer) {
        List<Value> computed = node.op().operands().stream()
                .filter(value -> !isThere(producers.get(value)))
                .toList();
        if (!(node.op() instanceof MapElements) || computed.size() != 1 || losses.isLoss(layer)) {
            return layer;
        }
        String before = groups.get(producers.get(computed.get(0)).origin().layer());
        return contracting.contains(before)
                        && onlyReader(computed.get(0), node.origin().layer())
                ? before
                : layer;
    }

    private boolean onlyReader(Value value, String layer) {
        return forwardReaders.get(value).stream()
                .allMatch(node -> node.origin().layer().equals(layer));
    }

    /**
     * An output's own step and its loss share their sums; unless something else reads the output, which must then be there before the loss, or
     * evaluation would compute the output otherwise, and then the loss of it.
     */
    private void joinOutputToLoss(Node output, String loss) {
        String layer = output.origin().layer();
        boolean readByOthers = forwardReaders.getOrDefault(output.value(), List.of()).stream()
                .map(node -> node.origin().layer())
                .anyMatch(reader -> !reader.equals(layer) && !reader.equals(loss));
        String group = groups.getOrDefault(layer, loss);
        boolean apart = contracting.contains(group) || twofold.contains(group) || losses.isLoss(group);
        if (!apart && !readByOthers) {
            List<Origin> moved = members.remove(group);
            groups.put(layer, loss);
            members.get(loss).addAll(0, moved);
        }
    }

    private List<StepPlan> steps() {
        StepOrder order = new StepOrder();
        for (Node node : graph.nodes()) {
            if (!isLeaf(node)) {
                order.add(node, planOf(node));
            }
        }
        return order.plans().stream().map(this::sumsLast).toList();
    }

    /** Puts what makes one number of a whole batch, or a sum over rows that are summed, behind the loops over rows, so that these can be one. */
    private StepPlan sumsLast(StepPlan plan) {
        Set<Value> behindSums = behindSums(plan);
        List<Node> late = new ArrayList<>();
        List<Node> early = new ArrayList<>();
        for (int i = plan.nodes().size() - 1; i >= 0; i--) {
            Node node = plan.nodes().get(i);
            boolean ofBatch = behindSums.contains(node.value())
                    || !node.value().shape().perRow() && node.value().shape().rank() == 0;
            boolean neededEarly =
                    early.stream().anyMatch(reader -> reader.op().operands().contains(node.value()));
            (ofBatch && !neededEarly ? late : early).add(0, node);
        }
        early.addAll(late);
        return new StepPlan(plan.phase(), plan.lead(), early, plan.layers());
    }

    /** What a step computes of sums over rows each of which has been summed before. */
    private Set<Value> behindSums(StepPlan plan) {
        Set<Value> behind = new HashSet<>();
        for (Node node : plan.nodes()) {
            boolean sumOfSums = node.op() instanceof Reduce sum
                    && sum.isSum()
                    && sum.argument().shape().perRow()
                    && producers.get(sum.argument()).op() instanceof Reduce inner
                    && inner.isSum();
            boolean reads = node.op().operands().stream().anyMatch(behind::contains);
            if (!node.value().shape().perRow() && (sumOfSums || reads)) {
                behind.add(node.value());
            }
        }
        return behind;
    }

    /** The step that a node belongs to, still empty. */
    private StepPlan planOf(Node node) {
        Origin origin = node.origin();
        String group = groups.getOrDefault(origin.layer(), origin.layer());
        List<Origin> layers = members.getOrDefault(group, List.of(origin));
        if (losses.isLoss(group)) {
            return new StepPlan(Step.Phase.LOSS, losses.lead(group), new ArrayList<>(), layers);
        }
        if (prepared.contains(node.value())) {
            return new StepPlan(Step.Phase.PREPARE, group, new ArrayList<>(), layers);
        }
        if (tracked.contains(node.value())) {
            return new StepPlan(Step.Phase.TRACK, group, new ArrayList<>(), layers);
        }
        Step.Phase phase = origin.backward() ? Step.Phase.BACKWARD : Step.Phase.FORWARD;
        return new StepPlan(phase, group, new ArrayList<>(), layers);
    }

    private static boolean isTwofold(Node operand) {
        return operand.op() instanceof Noise || operand.op() instanceof RunningStatistic;
    }

    private static boolean isLeaf(Node node) {
        return node.op() instanceof Leaf && !(node.op() instanceof Noise);
    }
}
