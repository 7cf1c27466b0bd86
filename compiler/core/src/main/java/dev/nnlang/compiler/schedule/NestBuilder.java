package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.CommonSubexpressions;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Slice;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        this.axes = new StepAxes(plan, storage, constants);
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
                .filter(node -> !(node.op() instanceof Reshape))
                .toList();
        return nests(nodes, 0, List.of());
    }

    private List<Nest> nests(List<Node> nodes, int level, List<Axis> open) {
        List<Nest> nests = new ArrayList<>();
        for (List<Node> run : LoopRuns.split(nodes, level, storage)) {
            Node first = run.get(0);
            if (LoopRuns.depth(first) == level) {
                nests.addAll(statement(first, open));
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
                : axes.dims(shape, run.stream().allMatch(this::dimsTogether));
        List<Axis> inside = new ArrayList<>(open);
        inside.addAll(here);
        List<Nest> body = nests(run, level + 1, inside);
        for (int i = here.size() - 1; i >= 0; i--) {
            body = List.of(new Nest.Loop(here.get(i), body));
        }
        return body.get(0);
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
        return readsTogether(node, shape) && coversAllOrNone(node.value().shape(), shape);
    }

    private boolean readsTogether(Node node, Shape shape) {
        return binding.reads(node).stream().allMatch(value -> coversAllOrNone(value.shape(), shape));
    }

    private static boolean coversAllOrNone(Shape part, Shape whole) {
        return part.rank() == 0 || part.dims().equals(whole.dims());
    }

    private List<Nest> statement(Node node, List<Axis> open) {
        if (node.op() instanceof MatMul product) {
            return List.of(contraction(node, product));
        }
        if (node.op() instanceof Convolution convolution && Epilogue.hasOne(node)) {
            return List.of(convolution(node, convolution));
        }
        if (node.op() instanceof MapElements map) {
            return store(node.value(), binding.bind(map, open), open);
        }
        if (node.op() instanceof SumTo || node.op() instanceof MaxTo) {
            return LoopRuns.accumulates(node) ? accumulate(node, open) : reduce(node, open);
        }
        return windowOrCopy(node);
    }

    private List<Nest> windowOrCopy(Node node) {
        if (node.op() instanceof Concat concat) {
            return new CopyNests(node.value(), storage, axes).concat(concat);
        }
        if (node.op() instanceof Slice slice) {
            return new CopyNests(node.value(), storage, axes).slice(slice);
        }
        SlidingNests nests = new SlidingNests(node.value(), storage, axes.sliding());
        if (node.op() instanceof Convolution op) {
            return nests.depthwise(op);
        }
        if (node.op() instanceof ConvolutionImageGradient op) {
            return nests.imageGradient(op);
        }
        if (node.op() instanceof ConvolutionWeightGradient op) {
            return nests.weightGradient(op);
        }
        if (node.op() instanceof MaxPool op) {
            return nests.maxPool(op);
        }
        if (node.op() instanceof MaxPoolGradient op) {
            return nests.maxPoolGradient(op);
        }
        if (node.op() instanceof SumPool op) {
            return nests.sumPool(op);
        }
        if (node.op() instanceof SumPoolGradient op) {
            return nests.sumPoolGradient(op);
        }
        throw new IllegalStateException("no nest for " + node);
    }

    /** What the formula needs more than once gets a name first. */
    private List<Nest> store(Value value, Expression expression, List<Axis> open) {
        Set<String> taken = new HashSet<>();
        CommonSubexpressions shared =
                CommonSubexpressions.extract(List.of(expression.formula()), part -> partName(value, part, taken));
        Map<String, Operand> operands = new HashMap<>(expression.operands());
        List<Nest> nests = new ArrayList<>();
        for (CommonSubexpressions.Let let : shared.lets()) {
            nests.add(new Nest.Let(let.name(), new Expression(let.value(), operands)));
            operands.put(let.name(), new Operand.Local(let.name()));
        }
        Expression rest = new Expression(shared.formulas().get(0), operands);
        nests.add(
                storage.isLocal(value)
                        ? new Nest.Let(value.name(), rest)
                        : new Nest.Assign(binding.access(value, open), rest));
        return nests;
    }

    /** {@code dDense1Sigmoid}. */
    private String partName(Value value, Formula part, Set<String> taken) {
        String function = part instanceof Formula.Unary unary ? unary.operator().functionName() : "part";
        String name = value.name() + Character.toUpperCase(function.charAt(0)) + function.substring(1);
        String candidate = storage.unused(name);
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = storage.unused(name + i);
        }
        return candidate;
    }

    private List<Nest> accumulate(Node node, List<Axis> open) {
        Value term = node.op().operands().get(0);
        return List.of(new Nest.Accumulate(binding.access(node.value(), open), binding.bind(term, open)));
    }

    private List<Nest> reduce(Node node, List<Axis> open) {
        Value term = node.op().operands().get(0);
        List<Axis> over = new ArrayList<>();
        if (term.shape().perRow() && !node.value().shape().perRow()) {
            over.add(StepAxes.ROWS);
        }
        over.addAll(axes.dims(term.shape(), readsTogether(node, term.shape())));
        List<Axis> inside = new ArrayList<>(open);
        inside.addAll(over);
        Nest.Reducer reducer = node.op() instanceof MaxTo ? Nest.Reducer.MAXIMUM : Nest.Reducer.SUM;
        Value value = node.value();
        if (storage.isLocal(value)) {
            return List.of(new Nest.Reduce(value.name(), reducer, over, binding.bind(term, inside)));
        }
        String local = storage.unused(value.name() + "Total");
        return List.of(
                new Nest.Reduce(local, reducer, over, binding.bind(term, inside)),
                new Nest.Assign(binding.access(value, open), Binding.of(local, new Operand.Local(local))));
    }

    private Nest contraction(Node node, MatMul product) {
        List<Axis> left = axes.left(product);
        List<Axis> right = axes.right(product);
        Axis rows = left.get(product.transposeLeft() ? 1 : 0);
        Axis depth = left.get(product.transposeLeft() ? 0 : 1);
        Axis columns = right.get(product.transposeRight() ? 0 : 1);
        return contraction(
                node,
                List.of(rows),
                columns,
                List.of(depth),
                Access.at(storage.buffer(product.left()), left),
                Access.at(storage.buffer(product.right()), right));
    }

    /** With what follows it element by element. */
    private Nest contraction(Node node, List<Axis> rows, Axis columns, List<Axis> depth, Access left, Access right) {
        List<Axis> result = new ArrayList<>(rows);
        result.add(columns);
        List<Nest> epilogue = Epilogue.of(node, plan.nodes()).stream()
                .flatMap(each -> store(each.value(), binding.bind((MapElements) each.op(), result), result).stream())
                .toList();
        Access target = Access.at(storage.buffer(node.value()), result);
        return new Nest.Contraction(
                target, false, rows, columns, depth, left, right, Tiles.choose(rows, columns, depth), epilogue);
    }

    /** An image's convolution: each output position is a row, each filter a column. */
    private Nest convolution(Node node, Convolution convolution) {
        SlidingAxes sliding = axes.sliding();
        return contraction(
                node,
                List.of(StepAxes.ROWS, sliding.h(), sliding.w()),
                sliding.f(),
                SlidingAxes.loops(sliding.rInside(), sliding.sInside(), sliding.c()),
                new Access(storage.buffer(convolution.image()), sliding.pixel()),
                Access.at(storage.buffer(convolution.weight()), sliding.weight()));
    }
}
