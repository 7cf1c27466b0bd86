package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;

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
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.List;
import java.util.Map;

/** What each loss becomes: the mean over the rows of a batch. */
final class LossRules {

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

    NetworkGraph.Objective objective(Training training) {
        Origin origin = new Origin(LAYER, training.loss().span());
        boolean labels = network.target().kind() instanceof Column.OneOf;
        Value target = builder.add(
                network.target().name(),
                new Feed(List.of(network.target().name()), LayerRules.shape(network.target())),
                labels ? Value.Element.LABEL : Value.Element.REAL,
                origin);
        Value losses = training.loss() instanceof Training.FormulaLoss loss
                ? formula(loss, target, origin)
                : crossEntropy(target, origin);
        return new NetworkGraph.Objective(target, mean(losses, origin), List.of(), Restraints.optimizer(training));
    }

    /** Of each row; from the logits, whose softmax is the network's output, because their difference needs no logarithm of a tiny number. */
    private Value crossEntropy(Value target, Origin origin) {
        Value logits = values.get(network.output().inputs().get(0));
        return builder.add("lossOfRow", new CrossEntropy(logits, target), origin);
    }

    /** Of each output of each row. */
    private Value formula(Training.FormulaLoss loss, Value target, Origin origin) {
        Value output = values.get(network.output());
        Formula formula = loss.body()
                .substitute(Map.of(loss.output(), variable(output.name()), loss.target(), variable(target.name())));
        return builder.map("lossOfOutput", formula, List.of(output, target), output.shape(), origin);
    }

    private Value mean(Value losses, Origin origin) {
        Value sum = builder.add("lossSum", new SumTo(losses, Shape.of()), origin);
        Formula count = Formulas.multiply(constant(losses.shape().size()), variable(MapElements.ROWS));
        return builder.map("loss", Formulas.divide(variable(sum.name()), count), List.of(sum), Shape.of(), origin);
    }
}
