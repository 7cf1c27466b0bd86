package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.SumTo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Multiplies by what is the same for all terms of a sum once, behind the sum: {@code sum of d * scale / deviation} is {@code scale / deviation * sum of d}.
 * The gradients of a normalization are then two sums, not four, and no term is divided. And where a sum of {@code x} is there already, the sum of
 * {@code x - mean} needs no second look at every {@code x}.
 */
final class TakeOutOfSums {

    private final GraphBuilder walk;
    private final Map<Value, Integer> uses;
    private final Map<Value, MapElements> terms = new HashMap<>();
    /** Sums whose terms were changed, and what they are multiplied by. */
    private final Map<Value, Factors> outside = new HashMap<>();
    /** Sums that there are already. */
    private final Map<SumTo, Value> sums = new HashMap<>();

    private TakeOutOfSums(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
        this.uses = graph.uses();
    }

    static Graph run(Graph graph) {
        TakeOutOfSums pass = new TakeOutOfSums(graph);
        graph.nodes().forEach(pass::remember);
        graph.nodes().forEach(pass::rewrite);
        return RemoveUnusedNodes.run(pass.walk.build(graph.outputs()));
    }

    private void remember(Node node) {
        if (node.op() instanceof MapElements map && uses.getOrDefault(node.value(), 0) == 1) {
            terms.put(node.value(), map);
        }
        if (node.op() instanceof SumTo sum && terms.containsKey(sum.argument())) {
            MapElements term = terms.get(sum.argument());
            Set<String> same = namesOf(term, sum.shape());
            Factors constant = Factors.of(term.formula()).where(factor -> same.containsAll(factor.variables()));
            if (constant.variable() > 0) {
                outside.put(node.value(), constant);
            }
        }
    }

    /** The variables that are the same for all terms of a sum to {@code shape}. */
    private static Set<String> namesOf(MapElements map, Shape shape) {
        Set<String> names = new HashSet<>(Set.of(MapElements.ROWS));
        map.operands().stream()
                .filter(operand -> operand.shape().broadcastsTo(shape))
                .forEach(operand -> names.add(operand.name()));
        return names;
    }

    private void rewrite(Node node) {
        if (!(node.op() instanceof SumTo sum)) {
            walk.keep(node, node.op());
            return;
        }
        MapElements term = terms.get(sum.argument());
        Factors constant = outside.getOrDefault(node.value(), Factors.of(Formula.constant(1)));
        Optional<Sum> rest = term == null ? Optional.empty() : Optional.of(rest(node, sum, term, constant));
        if (rest.isEmpty() || constant.variable() == 0 && rest.get().added.isEmpty()) {
            sums.putIfAbsent(sum, node.value());
            walk.keep(node, sum);
            return;
        }
        List<Value> operands = new ArrayList<>(term.operands());
        operands.add(rest.get().value);
        Formula value = Formula.variable(rest.get().value.name());
        Formula whole = rest.get().added.map(more -> Formulas.add(value, more)).orElse(value);
        Formula formula = Formulas.multiply(constant.product(), whole);
        walk.keep(node, MapElements.of(Simplifier.simplify(formula), operands, sum.shape()));
    }

    /** A sum, and what is added to it. */
    private record Sum(Value value, Optional<Formula> added) {}

    /** The sum of what is left of the terms. */
    private Sum rest(Node node, SumTo sum, MapElements term, Factors constant) {
        Set<String> same = namesOf(term, sum.shape());
        Factors left = Factors.of(term.formula()).where(factor -> !same.containsAll(factor.variables()));
        Formula formula = Simplifier.simplify(left.product());
        Optional<Sum> known = known(formula, term, sum, same);
        if (known.isPresent()) {
            return known.get();
        }
        if (constant.variable() == 0) {
            return new Sum(sum.argument(), Optional.empty());
        }
        Value terms = full(formula, term)
                .orElseGet(
                        () -> walk.map(sum.argument().name(), formula, term.operands(), term.shape(), node.origin()));
        SumTo inner = new SumTo(terms, sum.shape());
        Value summed = walk.add(node.value().name() + "Sum", inner, node.origin());
        sums.putIfAbsent(inner, summed);
        return new Sum(summed, Optional.empty());
    }

    /** The sum of {@code x - mean}, if that of {@code x} is there. */
    private Optional<Sum> known(Formula formula, MapElements term, SumTo sum, Set<String> same) {
        if (!(formula instanceof Binary binary)
                || binary.operator() != BinaryOperator.SUBTRACT
                || !same.containsAll(binary.right().variables())) {
            return Optional.empty();
        }
        return full(binary.left(), term)
                .map(value -> sums.get(new SumTo(value, sum.shape())))
                .map(value -> new Sum(
                        value, Optional.of(Formulas.negate(Formulas.multiply(count(term, sum), binary.right())))));
    }

    /** The operand that a formula is, if it has an element for each term. */
    private static Optional<Value> full(Formula formula, MapElements term) {
        return term.operands().stream()
                .filter(operand -> operand.shape().equals(term.shape()))
                .filter(operand ->
                        formula instanceof Variable variable && variable.name().equals(operand.name()))
                .findFirst();
    }

    /** How many terms an element of the sum has. */
    private static Formula count(MapElements term, SumTo sum) {
        Formula count =
                Formula.constant((double) term.shape().size() / sum.shape().size());
        boolean overRows = term.shape().perRow() && !sum.shape().perRow();
        return overRows ? Formulas.multiply(count, Formula.variable(MapElements.ROWS)) : count;
    }
}
