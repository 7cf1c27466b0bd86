package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.softplus;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.List;
import java.util.Map;

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

    NetworkGraph.Objective objective(
            Training training, Map<Value, Value> tracked, List<NetworkGraph.Activation> activations) {
        Origin origin = new Origin(LAYER, training.loss().span());
        boolean labels = network.target().kind() instanceof Column.OneOf;
        Value target = builder.add(
                network.target().name(),
                new Feed(List.of(network.target().name()), LayerRules.shape(network.target())),
                labels ? Value.Element.LABEL : Value.Element.REAL,
                origin);
        RowLosses losses = losses(training.loss(), target, origin);
        return new NetworkGraph.Objective(
                target, mean(losses, origin), List.of(), Restraints.optimizer(training), tracked, activations);
    }

    private RowLosses losses(Training.Loss loss, Value target, Origin origin) {
        if (loss instanceof Training.FormulaLoss formula) {
            Formula body = formula.body();
            return RowLosses.of(ofOutputs(body, formula.output(), output(), formula.target(), target, origin));
        }
        Invocation primitive = ((Training.PrimitiveLoss) loss).invocation();
        return switch (primitive.name()) {
            case "cross_entropy" -> new CrossEntropyLoss(builder, origin, logits(), target).lower(primitive, labels());
            case "binary_cross_entropy" -> RowLosses.of(ofOutputs(BINARY, "z", logits(), "t", target, origin));
            case "hinge" -> RowLosses.of(new HingeLoss(builder, origin).lower(output(), target, 1));
            case "squared_hinge" -> RowLosses.of(new HingeLoss(builder, origin).lower(output(), target, 2));
            default -> throw new IllegalStateException("no loss " + primitive.name());
        };
    }

    /** What the output's softmax or sigmoid reads: from these, a loss needs no logarithm of a tiny number. */
    private Value logits() {
        return values.get(network.output().inputs().get(0));
    }

    private Value output() {
        return values.get(network.output());
    }

    private List<Column.Label> labels() {
        return ((Column.OneOf) network.target().kind()).labels();
    }

    /** A formula of each output of each row. */
    private Value ofOutputs(
            Formula formula, String variable, Value output, String targetVariable, Value target, Origin origin) {
        Formula bound =
                formula.substitute(Map.of(variable, variable(output.name()), targetVariable, variable(target.name())));
        return builder.map("lossOfOutput", bound, List.of(output, target), output.shape(), origin);
    }

    private Value mean(RowLosses losses, Origin origin) {
        Value each = losses.each();
        Value sum = builder.add("lossSum", new SumTo(each, Shape.of()), origin);
        if (losses.weights().isPresent()) {
            Value total = builder.add("weightSum", new SumTo(losses.weights().get(), Shape.of()), origin);
            Formula mean = divide(variable(sum.name()), variable(total.name()));
            return builder.map("loss", mean, List.of(sum, total), Shape.of(), origin);
        }
        Formula count = multiply(constant(each.shape().size()), variable(MapElements.ROWS));
        return builder.map("loss", divide(variable(sum.name()), count), List.of(sum), Shape.of(), origin);
    }
}
