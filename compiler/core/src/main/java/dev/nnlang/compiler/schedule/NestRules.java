package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.Lookup;
import dev.nnlang.compiler.graph.op.LookupGradient;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.Slice;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Statistic;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.graph.op.SumTo;
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

    private SlidingNests sliding() {
        return new SlidingNests(node.value(), storage, axes.sliding());
    }

    /** The caller fills it. */
    @Override
    public List<Nest> feed(Feed op) {
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
    public List<Nest> statistic(Statistic op) {
        return List.of();
    }

    /** Its readers compute it. */
    @Override
    public List<Nest> noise(Noise op) {
        return List.of();
    }

    @Override
    public List<Nest> matMul(MatMul op) {
        return List.of(contraction().matMul(op));
    }

    @Override
    public List<Nest> mapElements(MapElements op) {
        return element().store(binding.bind(op, open), open);
    }

    @Override
    public List<Nest> sumTo(SumTo op) {
        return LoopRuns.accumulates(node)
                ? element().accumulate(op.argument(), open)
                : element().reduce(Nest.Reducer.SUM, op.argument(), open);
    }

    @Override
    public List<Nest> maxTo(MaxTo op) {
        return element().reduce(Nest.Reducer.MAXIMUM, op.argument(), open);
    }

    @Override
    public List<Nest> softmax(Softmax op) {
        throw new IllegalStateException(op + " was to be expanded before");
    }

    @Override
    public List<Nest> crossEntropy(CrossEntropy op) {
        throw new IllegalStateException(op + " was to be expanded before");
    }

    /** Its readers compute it. */
    @Override
    public List<Nest> select(Select op) {
        return List.of();
    }

    /** Unless its readers compute it. */
    @Override
    public List<Nest> oneHot(OneHot op) {
        return element().store(binding.bind(op, open), open);
    }

    @Override
    public List<Nest> lookup(Lookup op) {
        return new LookupNests(node.value(), storage, axes).lookup(op);
    }

    @Override
    public List<Nest> lookupGradient(LookupGradient op) {
        return new LookupNests(node.value(), storage, axes).gradient(op);
    }

    /** Another name for the same array. */
    @Override
    public List<Nest> reshape(Reshape op) {
        return List.of();
    }

    @Override
    public List<Nest> convolution(Convolution op) {
        return Epilogue.hasOne(node)
                ? List.of(contraction().convolution(op))
                : sliding().depthwise(op);
    }

    @Override
    public List<Nest> convolutionImageGradient(ConvolutionImageGradient op) {
        return sliding().imageGradient(op);
    }

    @Override
    public List<Nest> convolutionWeightGradient(ConvolutionWeightGradient op) {
        return sliding().weightGradient(op);
    }

    @Override
    public List<Nest> maxPool(MaxPool op) {
        return sliding().maxPool(op);
    }

    @Override
    public List<Nest> maxPoolGradient(MaxPoolGradient op) {
        return sliding().maxPoolGradient(op);
    }

    @Override
    public List<Nest> sumPool(SumPool op) {
        return sliding().sumPool(op);
    }

    @Override
    public List<Nest> sumPoolGradient(SumPoolGradient op) {
        return sliding().sumPoolGradient(op);
    }

    @Override
    public List<Nest> slice(Slice op) {
        return new CopyNests(node.value(), storage, axes).slice(op);
    }

    @Override
    public List<Nest> concat(Concat op) {
        return new CopyNests(node.value(), storage, axes).concat(op);
    }

    @Override
    public List<Nest> pad(Pad op) {
        return new CopyNests(node.value(), storage, axes).pad(op);
    }

    @Override
    public List<Nest> crop(Crop op) {
        return new CopyNests(node.value(), storage, axes).crop(op);
    }
}
