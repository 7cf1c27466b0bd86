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
 * The gradients of a normalization are then two sums, not four, and no term is divided. And the sum of {@code x - mean}, where that is the mean
 * of {@code x}, is 0: adding it up would only add up what was rounded.
 */
final class TakeOutOfSums {

    private final GraphBuilder walk;
    private final Map<Value, Integer> uses;
    private final Map<Value, MapElements> terms = new HashMap<>();
    /** Sums whose terms were changed, and what they are multiplied by. */
    private final Map<Value, Factors> outside = new HashMap<>();
    /** Sums that there are already. */
    private final Map<SumTo, Value> sums = new HashMap<>();
    /** What values are, by their names. */
    private final Map<String, Formula> formulas = new HashMap<>();

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
        if (node.op() instanceof MapElements map) {
            formulas.put(node.value().name(), map.formula());
        }
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
        if (node.op() instanceof SumTo sum && terms.containsKey(sum.argument())) {
            rewrite(node, sum, terms.get(sum.argument()));
        } else {
            walk.keep(node, node.op());
        }
        if (node.op() instanceof SumTo sum) {
            sums.putIfAbsent(sum, node.value());
        }
    }

    private void rewrite(Node node, SumTo sum, MapElements term) {
        Factors constant = outside.getOrDefault(node.value(), Factors.of(Formula.constant(1)));
        Set<String> same = namesOf(term, sum.shape());
        Factors left = Factors.of(term.formula()).where(factor -> !same.containsAll(factor.variables()));
        Formula rest = Simplifier.simplify(left.product());
        if (isDeviation(rest, term, sum)) {
            walk.keep(node, new MapElements(Formula.constant(0), List.of(), sum.shape()));
        } else if (constant.variable() > 0) {
            Value value = sum(node, sum, term, rest);
            List<Value> operands = new ArrayList<>(term.operands());
            operands.add(value);
            Formula formula = Formulas.multiply(constant.product(), Formula.variable(value.name()));
            walk.keep(node, MapElements.of(Simplifier.simplify(formula), operands, sum.shape()));
        } else {
            walk.keep(node, sum);
        }
    }

    /** The sum of what is left of the terms. */
    private Value sum(Node node, SumTo sum, MapElements term, Formula rest) {
        Value terms = full(rest, term)
                .orElseGet(() -> walk.map(sum.argument().name(), rest, term.operands(), term.shape(), node.origin()));
        return walk.add(node.value().name() + "Sum", new SumTo(terms, sum.shape()), node.origin());
    }

    /** Whether a formula is {@code x - mean}, with the mean over all terms of the sum. */
    private boolean isDeviation(Formula formula, MapElements term, SumTo sum) {
        if (!(formula instanceof Binary binary)
                || binary.operator() != BinaryOperator.SUBTRACT
                || !(binary.right() instanceof Variable mean)) {
            return false;
        }
        return full(binary.left(), term)
                .map(value -> sums.get(new SumTo(value, sum.shape())))
                .map(total -> Formulas.divide(Formula.variable(total.name()), count(term, sum)))
                .filter(quotient -> Simplifier.simplify(quotient).equals(formulas.get(mean.name())))
                .isPresent();
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
