package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.equal;
import static dev.nnlang.compiler.formula.Formulas.max;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.softplus;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What each loss becomes: the mean over the rows of a batch. */
final class LossRules {

    /** {@code -t log(sigmoid(z)) - (1 - t) log(1 - sigmoid(z))}, in a form that neither overflows nor cancels. */
    private static final Formula BINARY = subtract(softplus(variable("z")), multiply(variable("t"), variable("z")));

    /** The layer name of what belongs to the loss. */
    static final String LAYER = "loss";

    private final Network network;
    private final Map<Layer, Value> values;
    private final GraphBuilder builder;

    LossRules(Network network, Map<Layer, Value> values, GraphBuilder builder) {
        this.network = network;
        this.values = values;
        this.builder = builder;
    }

    NetworkGraph.Objective objective(Training training, Map<Value, Value> tracked) {
        Origin origin = new Origin(LAYER, training.loss().span());
        boolean labels = network.target().kind() instanceof Column.OneOf;
        Value target = builder.add(
                network.target().name(),
                new Feed(List.of(network.target().name()), LayerRules.shape(network.target())),
                labels ? Value.Element.LABEL : Value.Element.REAL,
                origin);
        Value losses = losses(training.loss(), target, origin);
        return new NetworkGraph.Objective(
                target, mean(losses, origin), List.of(), Restraints.optimizer(training), tracked);
    }

    /** What is averaged: the loss of each row, or of each output of each row. */
    private Value losses(Training.Loss loss, Value target, Origin origin) {
        if (loss instanceof Training.FormulaLoss formula) {
            Formula body = formula.body();
            return ofOutputs(body, formula.output(), values.get(network.output()), formula.target(), target, origin);
        }
        String name = ((Training.PrimitiveLoss) loss).invocation().name();
        return switch (name) {
            case "cross_entropy" -> builder.add("lossOfRow", new CrossEntropy(logits(), target), origin);
            case "binary_cross_entropy" -> ofOutputs(BINARY, "z", logits(), "t", target, origin);
            case "hinge" -> hinge(margin -> margin, target, origin);
            case "squared_hinge" -> hinge(margin -> power(margin, 2), target, origin);
            default -> throw new IllegalStateException("no loss " + name);
        };
    }

    /** What the output's softmax or sigmoid reads: from these, a loss needs no logarithm of a tiny number. */
    private Value logits() {
        return values.get(network.output().inputs().get(0));
    }

    /** A formula of each output of each row. */
    private Value ofOutputs(
            Formula formula, String variable, Value output, String targetVariable, Value target, Origin origin) {
        Formula bound =
                formula.substitute(Map.of(variable, variable(output.name()), targetVariable, variable(target.name())));
        return builder.map("lossOfOutput", bound, List.of(output, target), output.shape(), origin);
    }

    /**
     * The multi-class hinge of Weston and Watkins ("Support vector machines for multi-class pattern recognition", 1999), as Stanford's CS231n
     * teaches it: {@code sum over wrong classes j of max(0, x_j - x_right + 1)}.
     */
    private Value hinge(UnaryOperator<Formula> penalty, Value target, Origin origin) {
        Value scores = values.get(network.output());
        Value right = builder.add("right", new Select(scores, target), origin);
        Value truth = builder.add("truth", new OneHot(target, scores.shape().last()), origin);
        Shape shape = scores.shape();
        Formula beyond = add(subtract(variable(scores.name()), variable(right.name())), constant(1));
        Value margin = builder.map("margin", beyond, List.of(scores, right), shape, origin);
        Formula above = max(variable(margin.name()), constant(0));
        Value violation = builder.map("violation", above, List.of(margin), shape, origin);
        Formula ofWrong = choose(
                equal(variable(truth.name()), constant(1)), constant(0), penalty.apply(variable(violation.name())));
        Value penalties = builder.map("penalty", ofWrong, List.of(violation, truth), shape, origin);
        return builder.add("lossOfRow", new SumTo(penalties, Shape.onePerRow()), origin);
    }

    private Value mean(Value losses, Origin origin) {
        Value sum = builder.add("lossSum", new SumTo(losses, Shape.of()), origin);
        Formula count = multiply(constant(losses.shape().size()), variable(MapElements.ROWS));
        return builder.map("loss", Formulas.divide(variable(sum.name()), count), List.of(sum), Shape.of(), origin);
    }
}
