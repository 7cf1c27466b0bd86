package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contents;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides where each value lives: in an array, in a local variable, in another value's array, or nowhere because its readers compute it. */
final class Storage {

    private final Map<Value, Node> producers = new HashMap<>();
    private final Map<Value, List<Node>> readers = new HashMap<>();
    /** The dims in the order in which they were made. */
    private final Map<Dim, Integer> order = new HashMap<>();

    /** The dims of images with margins around them. */
    private final Set<Dim> framed = new HashSet<>();

    private final Map<Node, StepPlan> stepOf = new HashMap<>();
    private final Map<Value, Place> places = new LinkedHashMap<>();
    private final Framing framing = new Framing(this);
    private final Constants constants;
    private final Set<Value> locals = new HashSet<>();
    private final Set<Value> outputs;
    private final Set<Value> gradients;
    /** The statistic that a value is the next of, whose place it takes. */
    private final Map<Value, Value> tracked = new HashMap<>();

    private final Set<String> names = new HashSet<>();
    /** The arrays that the class has already, by name. */
    private final Map<String, Buffer> besides = new HashMap<>();

    /** @param besides the arrays that the class has already: a value that is as one of them shares it */
    Storage(NetworkGraph network, List<StepPlan> plans, Constants constants, List<Buffer> besides) {
        this.constants = constants;
        besides.forEach(buffer -> this.besides.put(buffer.name(), buffer));
        this.outputs = Set.copyOf(network.graph().outputs());
        this.gradients = network.training()
                .map(objective -> Set.copyOf(objective.gradients()))
                .orElse(Set.of());
        network.training()
                .ifPresent(objective -> objective.tracked().forEach((statistic, next) -> tracked.put(next, statistic)));
        for (Node node : network.graph().nodes()) {
            producers.put(node.value(), node);
            names.add(node.value().name());
            node.value().shape().dims().forEach(dim -> order.putIfAbsent(dim, order.size()));
            if (node.op() instanceof Pad pad) {
                framed.addAll(
                        pad.isPart()
                                ? pad.argument().shape().without(pad.shape())
                                : pad.shape().without(pad.argument().shape()));
            }
            node.op().operands().forEach(value -> readers.computeIfAbsent(value, key -> new ArrayList<>())
                    .add(node));
        }
        plans.forEach(plan -> plan.nodes().forEach(node -> stepOf.put(node, plan)));
        plans.forEach(this::chooseLocals);
        network.graph().nodes().forEach(this::allocate);
    }

    /** All arrays, in the order in which they are first written. */
    List<Buffer> buffers() {
        return places.values().stream().map(Place::buffer).distinct().toList();
    }

    Place place(Value value) {
        Place place = places.get(value);
        if (place == null) {
            throw new IllegalArgumentException(value + " has no array");
        }
        return place;
    }

    /** The array that holds {@code value}, all of it and nothing else. */
    Buffer buffer(Value value) {
        Place place = place(value);
        if (place.isInside()) {
            throw new IllegalArgumentException(value + " is a part of " + place.buffer());
        }
        return place.buffer();
    }

    /** Where an element of {@code value} lies. */
    Access access(Value value, List<Index> indices) {
        return place(value).access(indices, constants);
    }

    /** The same of the image that lies inside {@code value}, with {@code margins} around it. */
    Access inside(Value value, Margins margins, List<Axis> loops) {
        return place(value).inside(margins).access(Index.at(loops), constants);
    }

    /** Whether {@code value} has other elements than its own between its rows. */
    boolean isInside(Value value) {
        return places.containsKey(value) && place(value).isInside();
    }

    /** Whether nothing is to be computed because the value is there: under another shape, or as a part of another. */
    boolean isAnotherName(Node node) {
        return node.op() instanceof Reshape
                || node.op() instanceof Pad
                        && place(node.value())
                                .buffer()
                                .equals(place(node.op().operands().get(0)).buffer());
    }

    /** {@code wanted} or, if a value is called that, something like it: a name for what is no value of the graph. */
    String unused(String wanted) {
        String candidate = wanted;
        for (int i = 2; names.contains(candidate); i++) {
            candidate = wanted + "_" + i;
        }
        return candidate;
    }

    boolean isLocal(Value value) {
        return locals.contains(value);
    }

    /** The dims of a step, those first that were made last: what a layer makes before what it reads. */
    List<Dim> dims(StepPlan plan) {
        Set<Dim> found = new HashSet<>();
        for (Node node : plan.nodes()) {
            found.addAll(node.value().shape().dims());
            node.op().operands().forEach(value -> found.addAll(value.shape().dims()));
        }
        // Images are walked through, not their margins.
        return found.stream()
                .filter(dim -> !framed.contains(dim))
                .sorted(Comparator.comparing(order::get).reversed())
                .toList();
    }

    Node producer(Value value) {
        return producers.get(value);
    }

    /** The nodes that read {@code value}. */
    List<Node> readers(Value value) {
        return readers.getOrDefault(value, List.of());
    }

    /** Whether somebody outside the graph wants {@code value}. */
    boolean isOutput(Value value) {
        return outputs.contains(value);
    }

    /** Whether readers compute the value themselves: from an index and a label, or as the term of a sum. */
    boolean isInlined(Node node) {
        return node.op() instanceof OneHot && isReadByElements(node.value())
                || node.op() instanceof Noise
                || node.op() instanceof PlaceOfMaximum
                || node.op() instanceof Gather gather && isElementOfRow(gather) && isReadByElements(node.value())
                || node.op() instanceof MapElements && isOnlyATerm(node.value());
    }

    /** Whether it reads one element for each label, at hand where the label is. */
    private boolean isElementOfRow(Gather gather) {
        return gather.shape().equals(gather.labels().shape())
                && !(producer(gather.labels()).op() instanceof PlaceOfMaximum);
    }

    /** Products, and what only moves elements, need an array to read from. */
    private boolean isReadByElements(Value value) {
        return !isOutput(value) && readers(value).stream().allMatch(LoopRuns::isElementwise);
    }

    private boolean isOnlyATerm(Value value) {
        List<Node> all = readers(value);
        boolean cheapToKeep = value.shape().rank() == 0;
        return !isOutput(value)
                && !cheapToKeep
                && all.size() == 1
                && all.get(0).op() instanceof Reduce
                && all.get(0).origin().equals(producer(value).origin());
    }

    /** Numbers that are written and read in one turn of one loop, or once in a method. */
    private void chooseLocals(StepPlan plan) {
        for (List<Node> run : LoopRuns.split(plan.nodes(), 0, this)) {
            for (Node node : run) {
                boolean single = node.value().shape().rank() == 0 && !isOutput(node.value()) && !isInlined(node);
                List<Node> scope = node.value().shape().perRow() ? run : plan.nodes();
                if (single && scope.containsAll(readers(node.value()))) {
                    locals.add(node.value());
                }
            }
        }
    }

    private void allocate(Node node) {
        Value value = node.value();
        if (isLocal(value) || isInlined(node) || accumulatesInReader(value)) {
            return;
        }
        places.put(value, choosePlace(node));
        node.op().operands().stream()
                .filter(operand -> accumulatesInReader(operand))
                .filter(operand -> operand.shape().equals(value.shape()))
                .forEach(operand -> places.put(operand, places.get(value)));
    }

    private Place choosePlace(Node node) {
        Value value = node.value();
        if (tracked.containsKey(value)) {
            return place(tracked.get(value));
        }
        if (node.op() instanceof Reshape reshape) {
            return place(reshape.argument());
        }
        return framing.insideArgument(node)
                .or(() -> framing.around(value).map(pad -> new Place(array(pad, node.origin()), Framing.margins(pad))))
                .orElseGet(() -> new Place(array(node, node.origin())));
    }

    private Buffer array(Node node, Origin writer) {
        Value value = node.value();
        Margins margins = node.op() instanceof Pad pad ? pad.around().orElse(Margins.NONE) : Margins.NONE;
        Buffer other = besides.get(value.name());
        boolean fits = other == null
                || other.shape().equals(value.shape()) && other.margins().equals(margins);
        String name = fits ? value.name() : unused(value.name() + "Evaluated");
        Optional<Contents> contents = contents(node.op());
        return new Buffer(name, value.shape(), value.element(), role(node, contents), writer, margins, contents);
    }

    /** A sum that is read once, element by element: its reader overwrites it in place. */
    boolean accumulatesInReader(Value product) {
        List<Node> all = readers(product);
        Node node = producers.get(product);
        return Epilogue.hasOne(node)
                && !isOutput(product)
                && all.size() == 1
                && Epilogue.of(node, stepOf.get(node).nodes()).contains(all.get(0));
    }

    private Buffer.Role role(Node node, Optional<Contents> contents) {
        if (contents.isPresent()) {
            return contents.get().role();
        }
        if (stepOf.get(node).phase() == Step.Phase.PREPARE) {
            return Buffer.Role.PREPARED;
        }
        return gradients.contains(node.value()) ? Buffer.Role.GRADIENT : Buffer.Role.COMPUTED;
    }

    /** What a leaf of the graph holds. */
    private static Optional<Contents> contents(Op op) {
        if (op instanceof Input input) {
            return Optional.of(new Contents.Fed(input.columns()));
        }
        if (op instanceof Weight weight) {
            return Optional.of(new Contents.Parameter(weight.name(), weight.initial(), true));
        }
        if (op instanceof RunningStatistic statistic) {
            InitialValues initial = InitialValues.constant(statistic.initial(), "statistic");
            return Optional.of(new Contents.Parameter(statistic.name(), initial, false));
        }
        return op instanceof Literal literal ? Optional.of(new Contents.Constant(literal.values())) : Optional.empty();
    }
}
