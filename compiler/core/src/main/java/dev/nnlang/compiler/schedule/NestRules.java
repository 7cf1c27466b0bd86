package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.CrossEntropy;
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
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Nest;
import java.util.List;

/** The loop nests of each op, inside the loops that are open around it. */
final class NestRules implements Op.Visitor<List<Nest>> {

    private final Node node;
    private final List<Axis> open;
    private final StepPlan plan;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    NestRules(Node node, List<Axis> open, StepPlan plan, Storage storage, StepAxes axes, Binding binding) {
        this.node = node;
        this.open = open;
        this.plan = plan;
        this.storage = storage;
        this.axes = axes;
        this.binding = binding;
    }

    private ElementNests element() {
        return new ElementNests(node, storage, axes, binding);
    }

    private ContractionNests contraction() {
        return new ContractionNests(node, plan, storage, axes, binding);
    }

    private WindowNests window() {
        return new WindowNests(node.value(), storage, axes, binding);
    }

    private CopyNests copy() {
        return new CopyNests(node.value(), storage, axes, binding);
    }

    /** The caller fills it. */
    @Override
    public List<Nest> input(Input op) {
        return List.of();
    }

    /** It is there. */
    @Override
    public List<Nest> weight(Weight op) {
        return List.of();
    }

    /** It is there. */
    @Override
    public List<Nest> literal(Literal op) {
        return List.of();
    }

    /** It is there. */
    @Override
    public List<Nest> runningStatistic(RunningStatistic op) {
        return List.of();
    }

    /** Its readers compute it. */
    @Override
    public List<Nest> noise(Noise op) {
        return List.of();
    }

    @Override
    public List<Nest> contract(Contract op) {
        return contraction().nests(op);
    }

    @Override
    public List<Nest> mapElements(MapElements op) {
        return element().store(binding.bind(op, open), open);
    }

    @Override
    public List<Nest> reduce(Reduce op) {
        Nest.Reducer reducer = op.isSum() ? Nest.Reducer.SUM : Nest.Reducer.MAXIMUM;
        return LoopRuns.accumulates(node)
                ? element().accumulate(op.argument(), open)
                : element().reduce(reducer, op.argument(), open);
    }

    @Override
    public List<Nest> softmax(Softmax op) {
        throw new IllegalStateException(op + " was to be expanded before");
    }

    @Override
    public List<Nest> crossEntropy(CrossEntropy op) {
        throw new IllegalStateException(op + " was to be expanded before");
    }

    /** Unless its readers compute it. */
    @Override
    public List<Nest> oneHot(OneHot op) {
        return element().store(binding.bind(op, open), open);
    }

    @Override
    public List<Nest> gather(Gather op) {
        return storage.producer(op.labels()).op() instanceof PlaceOfMaximum place
                ? window().largest(place)
                : new LookupNests(node.value(), storage, binding, axes).lookup(op);
    }

    @Override
    public List<Nest> scatter(Scatter op) {
        return storage.producer(op.labels()).op() instanceof PlaceOfMaximum place
                ? window().toLargest(op, place)
                : new LookupNests(node.value(), storage, binding, axes).gradient(op);
    }

    /** Its readers find it. */
    @Override
    public List<Nest> placeOfMaximum(PlaceOfMaximum op) {
        return List.of();
    }

    /** Another name for the same array. */
    @Override
    public List<Nest> reshape(Reshape op) {
        return List.of();
    }

    @Override
    public List<Nest> concat(Concat op) {
        return copy().concat(op);
    }

    @Override
    public List<Nest> pad(Pad op) {
        return copy().pad(op);
    }
}
