package dev.nnlang.compiler.rewrite;

import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.log;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Softmax;
import java.util.List;

/**
 * Writes softmax and cross entropy as maximum, exponential and sum of each row. Both take the maximum away first, so that no exponential
 * overflows (Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 4.1).
 */
final class ExpandSoftmax {

    private final GraphBuilder walk;

    private ExpandSoftmax(Graph graph) {
        this.walk = GraphBuilder.rebuilding(graph);
    }

    static Graph run(Graph graph) {
        ExpandSoftmax pass = new ExpandSoftmax(graph);
        graph.nodes().forEach(pass::expand);
        return pass.walk.build(graph.outputs());
    }

    private void expand(Node node) {
        if (node.op() instanceof Softmax softmax) {
            walk.keep(node, softmax(node, softmax.argument()));
        } else if (node.op() instanceof CrossEntropy entropy) {
            walk.keep(node, crossEntropy(node, entropy));
        } else {
            walk.keep(node, node.op());
        }
    }

    /** {@code exp(x - largest) / total}. */
    private Op softmax(Node node, Value logits) {
        Sums sums = sums(node, logits);
        Formula share = divide(
                variable(sums.exponential().name()), variable(sums.total().name()));
        return new MapElements(share, List.of(sums.exponential(), sums.total()), logits.shape());
    }

    /** {@code log(total) + largest - x[label]}. */
    private Op crossEntropy(Node node, CrossEntropy entropy) {
        Sums sums = sums(node, entropy.logits());
        Value chosen = walk.add(
                "chosen",
                Gather.of(
                        entropy.logits(),
                        entropy.labels(),
                        entropy.logits().shape().last()),
                node.origin());
        Formula loss = subtract(
                add(log(variable(sums.total().name())), variable(sums.largest().name())), variable(chosen.name()));
        return new MapElements(
                loss,
                List.of(sums.total(), sums.largest(), chosen),
                node.value().shape());
    }

    private record Sums(Value largest, Value exponential, Value total) {}

    private Sums sums(Node node, Value logits) {
        Value largest = walk.add("largest", Reduce.maximum(logits, Shape.onePerRow()), node.origin());
        Formula shifted = exp(subtract(variable(logits.name()), variable(largest.name())));
        Value exponential = walk.add(
                "exponential", new MapElements(shifted, List.of(logits, largest), logits.shape()), node.origin());
        Value total = walk.add("total", Reduce.sum(exponential, Shape.onePerRow()), node.origin());
        return new Sums(largest, exponential, total);
    }
}
