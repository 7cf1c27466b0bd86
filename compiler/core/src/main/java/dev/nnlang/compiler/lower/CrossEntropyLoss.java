package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code -sum over classes c of q_c w_c log p_c}, in PyTorch's form: p is the softmax of the logits x, w the weights of the K classes, q the label, of
 * which the share e is spread evenly over all classes (label smoothing: Szegedy et al., "Rethinking the Inception architecture for computer vision",
 * 2016). The mean over rows divides by the sum of their labels' weights.
 *
 * <p>With {@code l = -log p_label}, {@code -log p_c} is {@code l + x_label - x_c}, which needs no logarithm but that of l.
 */
final class CrossEntropyLoss {

    private final GraphBuilder builder;
    private final Origin origin;
    private final Value logits;
    private final Value labels;

    CrossEntropyLoss(GraphBuilder builder, Origin origin, Value logits, Value labels) {
        this.builder = builder;
        this.origin = origin;
        this.logits = logits;
        this.labels = labels;
    }

    RowLosses lower(Invocation loss, List<Column.Label> classes) {
        double smoothing = loss.real("smoothing");
        Value ofLabel = builder.add(origin.layer() + "OfRow", new CrossEntropy(logits, labels), origin);
        Optional<List<Double>> weights = loss.classNumbers("weights").map(given -> ofClasses(given, classes));
        if (weights.isEmpty()) {
            return RowLosses.of(smoothing == 0 ? ofLabel : smoothed(ofLabel, smoothing));
        }
        Value ofClass = builder.add(
                "classWeights",
                new Literal(weights.get(), Shape.of(logits.shape().last())),
                origin);
        Value ofRow = builder.add(
                "weightOfRow", Gather.of(ofClass, labels, logits.shape().last()), origin);
        double total = weights.get().stream().mapToDouble(weight -> weight).sum();
        Value weighted =
                smoothing == 0 ? weighted(ofLabel, ofRow) : smoothed(ofLabel, ofRow, ofClass, total, smoothing);
        return new RowLosses(weighted, Optional.of(ofRow));
    }

    /** A class that is not named has weight 1. */
    private static List<Double> ofClasses(Map<String, Double> given, List<Column.Label> classes) {
        return classes.stream()
                .map(label -> given.getOrDefault(label.name(), 1.0))
                .toList();
    }

    /** {@code w_label l}. */
    private Value weighted(Value ofLabel, Value ofRow) {
        return map("weightedLoss", multiply(variable(ofRow.name()), variable(ofLabel.name())), ofLabel, ofRow);
    }

    /** {@code (1 - e) l + e / K sum of (l + x_label - x_c) = l + e (x_label - sum of x_c / K)}. */
    private Value smoothed(Value ofLabel, double smoothing) {
        Value chosen = chosen();
        Value sum = builder.add("logitSum", Reduce.sum(logits, Shape.onePerRow()), origin);
        double share = 1.0 / logits.shape().last().size();
        Formula beyondMean = subtract(variable(chosen.name()), multiply(share, variable(sum.name())));
        Formula loss = add(variable(ofLabel.name()), multiply(smoothing, beyondMean));
        return map("smoothedLoss", loss, ofLabel, chosen, sum);
    }

    /** {@code (1 - e) w_label l + e / K (W (l + x_label) - sum of w_c x_c)}, where W is the sum of all weights. */
    private Value smoothed(Value ofLabel, Value ofRow, Value ofClass, double total, double smoothing) {
        Value chosen = chosen();
        Formula product = multiply(variable(ofClass.name()), variable(logits.name()));
        Value terms = builder.map("weightedLogit", product, List.of(ofClass, logits), logits.shape(), origin);
        Value sum = builder.add("weightedSum", Reduce.sum(terms, Shape.onePerRow()), origin);
        Formula label = multiply(1 - smoothing, multiply(variable(ofRow.name()), variable(ofLabel.name())));
        Formula all =
                subtract(multiply(total, add(variable(ofLabel.name()), variable(chosen.name()))), variable(sum.name()));
        Formula loss = add(label, multiply(smoothing / logits.shape().last().size(), all));
        return map("smoothedLoss", loss, ofLabel, ofRow, chosen, sum);
    }

    private Value chosen() {
        return builder.add("chosen", Gather.of(logits, labels, logits.shape().last()), origin);
    }

    private Value map(String name, Formula formula, Value... operands) {
        return builder.map(name, formula, List.of(operands), Shape.onePerRow(), origin);
    }
}
