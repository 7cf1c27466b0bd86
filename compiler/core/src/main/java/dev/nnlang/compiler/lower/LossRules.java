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
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.List;
import java.util.Map;

/** What the loss of one output becomes: the mean over the rows of a batch. */
final class LossRules {

    /** {@code -t log(sigmoid(z)) - (1 - t) log(1 - sigmoid(z))}, in a form that neither overflows nor cancels. */
    private static final Formula BINARY = subtract(softplus(variable("z")), multiply(variable("t"), variable("z")));

    private final Network.Output predicted;
    private final Map<Layer, Value> values;
    private final GraphBuilder builder;

    LossRules(Network.Output predicted, Map<Layer, Value> values, GraphBuilder builder) {
        this.predicted = predicted;
        this.values = values;
        this.builder = builder;
    }

    /** @param layer the layer name of what belongs to the loss */
    NetworkGraph.Part part(Training.Loss loss, String layer) {
        Origin origin = new Origin(layer, loss.span());
        Column column = predicted.target();
        boolean labels = column.kind() instanceof Column.OneOf;
        Value target = builder.add(
                column.name(),
                new Input(List.of(column.name()), labels ? Shape.onePerRow() : output().shape()),
                labels ? Value.Element.LABEL : Value.Element.REAL,
                origin);
        return new NetworkGraph.Part(target, mean(losses(loss, target, origin), origin));
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
        return values.get(predicted.layer().inputs().get(0));
    }

    private Value output() {
        return values.get(predicted.layer());
    }

    private List<Column.Label> labels() {
        return ((Column.OneOf) predicted.target().kind()).labels();
    }

    /** A formula of each output of each row. */
    private Value ofOutputs(
            Formula formula, String variable, Value output, String targetVariable, Value target, Origin origin) {
        Formula bound =
                formula.substitute(Map.of(variable, variable(output.name()), targetVariable, variable(target.name())));
        return builder.map(origin.layer() + "OfOutput", bound, List.of(output, target), output.shape(), origin);
    }

    private Value mean(RowLosses losses, Origin origin) {
        Value each = losses.each();
        Value sum = builder.add(origin.layer() + "Sum", Reduce.sum(each, Shape.scalar()), origin);
        if (losses.weights().isPresent()) {
            Value total = builder.add("weightSum", Reduce.sum(losses.weights().get(), Shape.scalar()), origin);
            Formula mean = divide(variable(sum.name()), variable(total.name()));
            return builder.map(origin.layer(), mean, List.of(sum, total), Shape.scalar(), origin);
        }
        Formula count = multiply(constant(each.shape().size()), variable(MapElements.ROWS));
        return builder.map(origin.layer(), divide(variable(sum.name()), count), List.of(sum), Shape.scalar(), origin);
    }
}
