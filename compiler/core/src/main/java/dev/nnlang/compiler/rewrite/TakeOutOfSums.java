package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Reduce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multiplies by what is the same for all terms of a sum once, behind the sum: {@code sum of d * scale / deviation} is
 * {@code scale / deviation * sum of d}. The gradients of a normalization then add up three sums in one loop, and no term is divided. One of them is
 * that of {@code x - mean}, which would be 0 if nothing were rounded: where rows differ by little, gradients are right only with what it is.
 */
final class TakeOutOfSums {

    private final GraphBuilder walk;
    private final Map<Value, Integer> uses;
    private final Map<Value, MapElements> terms = new HashMap<>();
    /** What sums are multiplied by, that their terms were multiplied by. */
    private final Map<Value, Factors> outside = new HashMap<>();

    private TakeOutOfSums(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
        this.uses = graph.uses();
    }

    static Graph run(Graph graph) {
        TakeOutOfSums pass = new TakeOutOfSums(graph);
        graph.nodes().forEach(pass::remember);
        graph.nodes().forEach(pass::rewrite);
        return pass.walk.build(graph.outputs());
    }

    private void remember(Node node) {
        if (node.op() instanceof MapElements map && uses.getOrDefault(node.value(), 0) == 1) {
            terms.put(node.value(), map);
        }
        if (node.op() instanceof Reduce sum && sum.isSum() && terms.containsKey(sum.argument())) {
            MapElements term = terms.get(sum.argument());
            Factors constant = Factors.of(term.formula()).where(Factors.sameWithin(term, sum.shape()));
            if (constant.variable() > 0) {
                outside.put(node.value(), constant);
            }
        }
    }

    private void rewrite(Node node) {
        if (!outside.containsKey(node.value())) {
            walk.keep(node, node.op());
            return;
        }
        Reduce sum = (Reduce) node.op();
        MapElements term = terms.get(sum.argument());
        Value value = sumOfRest(node, sum, term);
        List<Value> operands = new ArrayList<>(term.operands());
        operands.add(value);
        Formula formula = Formulas.multiply(outside.get(node.value()).product(), Formula.variable(value.name()));
        walk.keep(node, MapElements.of(Simplifier.simplify(formula), operands, sum.shape()));
    }

    /** The sum of what is left of the terms. */
    private Value sumOfRest(Node node, Reduce sum, MapElements term) {
        Factors left = Factors.of(term.formula())
                .where(Factors.sameWithin(term, sum.shape()).negate());
        Formula rest = Simplifier.simplify(left.product());
        Value terms = full(rest, term)
                .orElseGet(() -> walk.map(sum.argument().name(), rest, term.operands(), term.shape(), node.origin()));
        return walk.add(node.value().name() + "Sum", Reduce.sum(terms, sum.shape()), node.origin());
    }

    /** The operand that a formula is, if it has an element for each term. */
    private static Optional<Value> full(Formula formula, MapElements term) {
        return term.operands().stream()
                .filter(operand -> operand.shape().equals(term.shape()))
                .filter(operand ->
                        formula instanceof Variable variable && variable.name().equals(operand.name()))
                .findFirst();
    }
}
