package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.CommonSubexpressions;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.Reshape;
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

    /** Measured on JDK 17 and 25: four terms at once make a scalar product 1.7 times as fast, more gain nothing. */
    private static final int TILE = 4;

    private static final long WORTH_TILING = 2048;

    private final StepPlan plan;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    NestBuilder(StepPlan plan, Storage storage) {
        this.plan = plan;
        this.storage = storage;
        this.axes = new StepAxes(plan, storage);
        this.binding = new Binding(storage, axes);
    }

    List<Nest> build() {
        Set<Node> epilogues = new HashSet<>();
        for (Node node : plan.nodes()) {
            if (node.op() instanceof MatMul) {
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
        return binding.reads(node).stream().allMatch(value -> coversAllOrNone(value.shape(), shape))
                && coversAllOrNone(node.value().shape(), shape);
    }

    private static boolean coversAllOrNone(Shape part, Shape whole) {
        return part.rank() == 0 || part.dims().equals(whole.dims());
    }

    private List<Nest> statement(Node node, List<Axis> open) {
        if (node.op() instanceof MatMul product) {
            return List.of(contraction(node, product));
        }
        if (node.op() instanceof MapElements map) {
            return store(node.value(), binding.bind(map, open), open);
        }
        return LoopRuns.accumulates(node) ? accumulate(node, open) : reduce(node, open);
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
    private static String partName(Value value, Formula part, Set<String> taken) {
        String function = part instanceof Formula.Unary unary ? unary.operator().functionName() : "part";
        String name = value.name() + Character.toUpperCase(function.charAt(0)) + function.substring(1);
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + i;
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
        over.addAll(axes.dims(term.shape(), true));
        List<Axis> inside = new ArrayList<>(open);
        inside.addAll(over);
        Nest.Reducer reducer = node.op() instanceof MaxTo ? Nest.Reducer.MAXIMUM : Nest.Reducer.SUM;
        Value value = node.value();
        if (storage.isLocal(value)) {
            return List.of(new Nest.Reduce(value.name(), reducer, over, binding.bind(term, inside)));
        }
        String local = value.name() + "Total";
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
        List<Axis> result = List.of(rows, columns);
        List<Nest> epilogue = Epilogue.of(node, plan.nodes()).stream()
                .flatMap(each -> store(each.value(), binding.bind((MapElements) each.op(), result), result).stream())
                .toList();
        return new Nest.Contraction(
                new Access(storage.buffer(node.value()), result),
                rows,
                columns,
                depth,
                new Access(storage.buffer(product.left()), left),
                new Access(storage.buffer(product.right()), right),
                tile(List.of(rows, columns, depth)),
                epilogue);
    }

    /** Small products gain nothing from a tile but longer code. */
    private static int tile(List<Axis> axes) {
        long work = axes.stream()
                .mapToLong(axis -> axis.extent() instanceof Axis.Fixed fixed ? fixed.size() : 1)
                .reduce(1, Math::multiplyExact);
        return work >= WORTH_TILING ? TILE : 1;
    }
}
