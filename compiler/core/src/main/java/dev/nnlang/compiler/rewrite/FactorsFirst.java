package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MapElements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Divides once for each channel, not for each pixel: {@code scale * (x - mean) / deviation} becomes {@code factor * (x - mean)}, and {@code factor} is
 * {@code scale / deviation}. Only where something is multiplied besides: {@code exponential / total} is better read as it is.
 */
final class FactorsFirst {

    private final GraphBuilder walk;

    private FactorsFirst(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
    }

    static Graph run(Graph graph) {
        FactorsFirst pass = new FactorsFirst(graph);
        graph.nodes().forEach(pass::rewrite);
        return pass.walk.build(graph.outputs());
    }

    private void rewrite(Node node) {
        if (!(node.op() instanceof MapElements map)) {
            walk.keep(node, node.op());
            return;
        }
        List<Value> factors = new ArrayList<>();
        Formula formula = new FormulaRewriter() {
            @Override
            public Formula visitBinary(Binary binary) {
                return binary.operator() == BinaryOperator.MULTIPLY || binary.operator() == BinaryOperator.DIVIDE
                        ? super.visitBinary(hoisted(binary, map, node, factors))
                        : super.visitBinary(binary);
            }
        }.rewrite(map.formula());
        walk.keep(
                node,
                factors.isEmpty()
                        ? map
                        : MapElements.of(
                                formula,
                                Stream.concat(map.operands().stream(), factors.stream())
                                        .toList(),
                                map.shape()));
    }

    /** @param factors takes what is computed before */
    private Binary hoisted(Binary product, MapElements map, Node node, List<Value> factors) {
        Factors all = Factors.of(product);
        for (Shape shape : narrower(map)) {
            Factors narrow = all.where(Factors.sameWithin(map, shape));
            Factors wide = all.where(Factors.sameWithin(map, shape).negate());
            if (narrow.variable() > 1 && !narrow.below().isEmpty() && wide.variable() > 0) {
                Formula factor = Simplifier.simplify(narrow.product());
                Value value = walk.map(node.value().name() + "Factor", factor, map.operands(), shape, node.origin());
                factors.add(value);
                return (Binary) Formulas.multiply(Formula.variable(value.name()), wide.product());
            }
        }
        return product;
    }

    /** The shapes of operands that have fewer elements than the result. */
    private static List<Shape> narrower(MapElements map) {
        return map.operands().stream()
                .map(Value::shape)
                .filter(shape -> shape.rank() > 0 && !shape.equals(map.shape()))
                .distinct()
                .toList();
    }
}
