package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Binds the variables of formulas to elements of arrays inside given loops. */
final class Binding {

    private final Storage storage;
    private final StepAxes axes;

    Binding(Storage storage, StepAxes axes) {
        this.storage = storage;
        this.axes = axes;
    }

    static Expression of(String variable, Operand operand) {
        return new Expression(Formula.variable(variable), Map.of(variable, operand));
    }

    /** The formula of a node, for the element that the loops {@code open} stand at. */
    Expression bind(MapElements map, List<Axis> open) {
        Map<String, Operand> operands = new HashMap<>(Map.of(MapElements.ROWS, new Operand.Rows()));
        Formula formula = bind(map, open, operands);
        operands.keySet().retainAll(formula.variables());
        return new Expression(formula, operands);
    }

    /** The element of a one-hot vector. */
    Expression bind(OneHot oneHot, List<Axis> open) {
        Map<String, Operand> operands = new HashMap<>();
        Formula formula = indicator(oneHot, open, operands);
        return new Expression(formula, operands);
    }

    /** The element of {@code value}. */
    Expression bind(Value value, List<Axis> open) {
        return bind(new MapElements(Formula.variable(value.name()), List.of(value), value.shape()), open);
    }

    private Formula bind(MapElements map, List<Axis> open, Map<String, Operand> operands) {
        Map<String, Formula> inlined = new HashMap<>();
        for (Value value : map.operands()) {
            Node producer = storage.producer(value);
            if (!storage.isInlined(producer)) {
                operands.put(value.name(), element(value, open));
            } else if (producer.op() instanceof Gather gather) {
                operands.put(value.name(), atLabel(gather, open));
            } else if (producer.op() instanceof Noise noise) {
                operands.put(value.name(), noise(noise, open));
            } else if (producer.op() instanceof OneHot oneHot) {
                inlined.put(value.name(), indicator(oneHot, open, operands));
            } else {
                inlined.put(value.name(), bind((MapElements) producer.op(), open, operands));
            }
        }
        return inlined.isEmpty()
                ? map.formula()
                : Simplifier.simplify(map.formula().substitute(inlined));
    }

    private Operand element(Value value, List<Axis> open) {
        return storage.isLocal(value) ? new Operand.Local(value.name()) : new Operand.Element(access(value, open));
    }

    private Operand atLabel(Gather gather, List<Axis> open) {
        List<Index> indices = new ArrayList<>();
        for (Dim dim : gather.table().shape().dims()) {
            if (gather.along().contains(dim)) {
                indices.add(new Index.Labelled(access(gather.labels(), open), Constants.of(dim)));
            } else {
                indices.addAll(axes.indices(List.of(dim), open));
            }
        }
        return new Operand.Element(storage.access(gather.table(), indices));
    }

    /** Elements are counted over all loops. */
    private static Operand noise(Noise noise, List<Axis> open) {
        return new Operand.Noise(noise.stream(), Index.at(open));
    }

    /** {@code if j = label then 1 else 0}. */
    private Formula indicator(OneHot oneHot, List<Axis> open, Map<String, Operand> operands) {
        Axis position = axes.of(oneHot.classes());
        operands.put(position.index(), new Operand.Position(position));
        Value labels = oneHot.labels();
        operands.put(labels.name(), new Operand.Element(access(labels, open)));
        return new Formula.Conditional(
                new Formula.Comparison(
                        ComparisonOperator.EQUAL, Formula.variable(position.index()), Formula.variable(labels.name())),
                Formula.constant(1),
                Formula.constant(0));
    }

    /** Where {@code value} is read or written inside the loops {@code open}: for each of its dims, where the loop over that dim stands. */
    Access access(Value value, List<Axis> open) {
        return storage.access(value, axes.indices(value.shape().dims(), open));
    }

    /** Where a factor is read. */
    Access access(Factor factor) {
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < factor.places().size(); i++) {
            indices.add(axes.index(factor.places().get(i), factor.dim(i)));
        }
        return storage.access(factor.value(), indices);
    }

    /** The values that a node's statement really reads: behind what is inlined. */
    List<Value> reads(Node node) {
        List<Value> values = new ArrayList<>();
        for (Value value : node.op().operands()) {
            Node producer = storage.producer(value);
            if (storage.isInlined(producer)) {
                values.addAll(reads(producer));
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** Whether nothing that a node reads has some of the dims of {@code shape} only, or something else between them. */
    boolean readsTogether(Node node, Shape shape) {
        return reads(node).stream()
                .allMatch(value -> coversAllOrNone(value.shape(), shape) && !storage.isInside(value));
    }

    static boolean coversAllOrNone(Shape part, Shape whole) {
        return part.rank() == 0 || part.ofRow().equals(whole.ofRow());
    }
}
