package dev.nnlang.compiler.rewrite;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.multiply;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.derive.Derivative;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes a batch normalisation by the dense layer or convolution before it, if nobody else reads that. With statistics that stay it is
 * {@code a x + b} for each channel, so that the layer can have its weights times {@code a}, and a bias, instead; both depend on nothing but
 * what is in the model file.
 */
final class FoldBatchNorm {

    private final Graph graph;
    private final Map<Value, Node> producers;
    private final Map<Value, Integer> uses;

    private FoldBatchNorm(Graph graph) {
        this.graph = graph;
        this.producers = graph.producers();
        this.uses = graph.uses();
    }

    /**
     * A normalisation and what it is of.
     *
     * @param product the layer's sums of products
     * @param bias what the layer adds to them; 0 if nothing
     * @param slope {@code a}
     * @param operands what the formulas of the bias and of the normalisation read
     */
    private record Fold(Node product, Formula bias, Node norm, Value normalized, Formula slope, List<Value> operands) {

        Value weight() {
            return product.op().operands().get(1);
        }

        /** {@code conv1} becomes {@code foldedConv1Weight}. */
        String name(String part) {
            String layer = product.origin().layer();
            return "folded" + Character.toUpperCase(layer.charAt(0)) + layer.substring(1) + part;
        }

        /** {@code b}: what the normalisation makes of the bias alone. */
        Formula intercept() {
            Formula formula = ((MapElements) norm.op()).formula();
            return Simplifier.simplify(formula.substitute(Map.of(normalized.name(), bias)));
        }
    }

    /** The graph of a predictor, in which weights do not change. */
    static Graph run(Graph graph) {
        return new FoldBatchNorm(graph).run();
    }

    private Graph run() {
        Map<Node, Fold> folds = new HashMap<>();
        Set<Node> products = new HashSet<>();
        for (Node node : graph.nodes()) {
            fold(node).ifPresent(fold -> {
                folds.put(node, fold);
                products.add(fold.product());
            });
        }
        GraphBuilder walk = GraphBuilder.rebuilding(graph);
        for (Node node : graph.nodes()) {
            if (folds.containsKey(node)) {
                build(folds.get(node), walk);
            } else if (!products.contains(node)) {
                walk.keep(node, node.op());
            }
        }
        return RemoveUnusedNodes.run(walk.build(graph.outputs()));
    }

    private Optional<Fold> fold(Node node) {
        boolean normalizes = node.op() instanceof MapElements
                && node.op().operands().stream()
                        .anyMatch(value -> producers.get(value).op() instanceof RunningStatistic);
        return normalizes ? onlyRow(node).flatMap(x -> fold(node, x)) : Optional.empty();
    }

    private Optional<Fold> fold(Node norm, Value x) {
        Formula slope = Derivative.of(((MapElements) norm.op()).formula(), x.name());
        Node before = producers.get(x);
        List<Value> operands = new ArrayList<>(norm.op().operands());
        if (slope.variables().contains(x.name())) {
            return Optional.empty();
        }
        if (isProduct(before.op())) {
            return Optional.of(new Fold(before, constant(0), norm, x, slope, operands));
        }
        operands.addAll(before.op().operands());
        return biased(before)
                .map(product -> new Fold(producers.get(product), bias(before, product), norm, x, slope, operands));
    }

    /** The product to which {@code node} adds a bias. */
    private Optional<Value> biased(Node node) {
        return onlyRow(node)
                .filter(product -> isProduct(producers.get(product).op()))
                .filter(product -> Derivative.of(((MapElements) node.op()).formula(), product.name())
                        .equals(constant(1)));
    }

    private static Formula bias(Node node, Value product) {
        return Simplifier.simplify(((MapElements) node.op()).formula().substitute(Map.of(product.name(), constant(0))));
    }

    /** What a formula reads of each row, if that is one value of its own shape and nobody else reads it. */
    private Optional<Value> onlyRow(Node node) {
        if (!(node.op() instanceof MapElements)) {
            return Optional.empty();
        }
        List<Value> rows = node.op().operands().stream()
                .filter(value -> value.shape().perRow())
                .toList();
        return Optional.of(rows)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .filter(value -> value.shape().equals(node.value().shape()) && uses.get(value) == 1);
    }

    /** Whether an op multiplies what flows through by weights, the last dim of which are its outputs. */
    private static boolean isProduct(Op op) {
        return op instanceof Contract sums && sums.factors().size() == 2;
    }

    private static void build(Fold fold, GraphBuilder walk) {
        Value weight = fold.weight();
        List<Value> readable = new ArrayList<>(fold.operands());
        readable.add(weight);
        Formula scaled = Simplifier.simplify(multiply(variable(weight.name()), fold.slope()));
        Value foldedWeight = walk.map(
                fold.name("Weight"),
                scaled,
                readable,
                weight.shape(),
                fold.norm().origin());
        Shape channels = Shape.of(fold.normalized().shape().last());
        Value foldedBias = walk.map(
                fold.name("Bias"),
                fold.intercept(),
                readable,
                channels,
                fold.norm().origin());
        Node product = fold.product();
        walk.keep(product, product.op().replace(value -> value.equals(weight) ? foldedWeight : value));
        Value sum = product.value();
        Formula biased = add(variable(sum.name()), variable(foldedBias.name()));
        walk.keep(fold.norm(), MapElements.of(biased, List.of(sum, foldedBias), sum.shape()));
    }
}
