package dev.nnlang.compiler.schedule;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The loop nests of sums that are no products of matrices: of windows, channel by channel, and of vectors with one another. */
final class SumNests {

    private static final List<String> SIDES = List.of("left", "right");

    private final Value value;
    private final SumLoops loops;
    private final Binding binding;
    private final StepAxes axes;
    private final Storage storage;

    SumNests(Value value, SumLoops loops, Binding binding, StepAxes axes, Storage storage) {
        this.value = value;
        this.loops = loops;
        this.binding = binding;
        this.axes = axes;
        this.storage = storage;
    }

    List<Nest> nests() {
        return loops.scatters() || loops.depth().contains(Dim.ROWS) ? accumulated() : perElement();
    }

    /** Each element of the result is added up by itself. */
    private List<Nest> perElement() {
        List<Axis> over = taps(loops.depth());
        Nest sum = new Nest.Reduce("sum", Nest.Reducer.SUM, over, term());
        Nest store = new Nest.Assign(target(), Binding.of("sum", new Operand.Local("sum")));
        return Nest.Loop.around(around(loops.rows()), List.of(sum, store));
    }

    /** Each term is added to the element of the result that it belongs to; the last dim of the result is the innermost loop. */
    private List<Nest> accumulated() {
        List<Dim> order = new ArrayList<>();
        if (!loops.scatters()) {
            order.addAll(loops.depth());
        }
        order.addAll(loops.rows());
        if (loops.scatters()) {
            order.addAll(loops.depth());
            Dim last = value.shape().last();
            if (order.remove(last)) {
                order.add(last);
            }
        }
        List<Nest> around = Nest.Loop.around(taps(order), List.of(new Nest.Accumulate(target(), term())));
        return List.of(new Nest.Clear(storage.buffer(value)), around.get(0));
    }

    private List<Axis> around(List<Dim> dims) {
        return axes.of(dims).stream().filter(Predicate.not(Axis::isSingle)).toList();
    }

    /** The loops over dims; over the taps of a window those that lie inside the image. */
    private List<Axis> taps(List<Dim> dims) {
        return dims.stream()
                .map(this::inside)
                .filter(Predicate.not(Axis::isSingle))
                .toList();
    }

    private Axis inside(Dim dim) {
        return Stream.concat(Stream.of(new Factor(value, loops.target())), loops.factors().stream())
                .flatMap(factor -> insides(factor, dim))
                .findFirst()
                .orElseGet(() -> axes.of(dim));
    }

    private Stream<Axis> insides(Factor factor, Dim tap) {
        List<Axis> found = new ArrayList<>();
        for (int i = 0; i < factor.places().size(); i++) {
            Affine place = factor.places().get(i);
            if (place.terms().size() == 2 && place.terms().get(1).dim().equals(tap)) {
                found.add(axes.inside(place, factor.dim(i)));
            }
        }
        return found.stream();
    }

    private Access target() {
        return binding.access(new Factor(value, loops.target()));
    }

    private Expression term() {
        List<Factor> factors = loops.factors();
        if (factors.size() == 1) {
            return Binding.of("element", new Operand.Element(binding.access(factors.get(0))));
        }
        Map<String, Operand> operands = new HashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            operands.put(SIDES.get(i), new Operand.Element(binding.access(factors.get(i))));
        }
        Formula product = Formulas.multiply(variable(SIDES.get(0)), variable(SIDES.get(1)));
        return new Expression(product, operands);
    }
}
