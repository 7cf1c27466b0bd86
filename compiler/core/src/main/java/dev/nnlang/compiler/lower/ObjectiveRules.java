package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.multiply;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is minimised: the loss of the only output, or the weighted sum of the losses of several. */
record ObjectiveRules(Network network, Map<Layer, Value> values, GraphBuilder builder) {

    /** The layer name of what belongs to the loss; {@code priceLoss} where there are several. */
    private static final String LAYER = "loss";

    NetworkGraph.Objective objective(
            Training training, Map<Value, Value> tracked, List<NetworkGraph.Activation> activations) {
        List<Training.Term> terms = training.loss().terms();
        List<NetworkGraph.Part> parts = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Network.Output output = network.outputs().get(i);
            String layer = terms.size() == 1 ? LAYER : output.target().name() + "Loss";
            parts.add(new LossRules(output, values, builder).part(terms.get(i).loss(), layer));
        }
        Value loss = parts.size() == 1 ? parts.get(0).loss() : sum(training.loss(), parts);
        return new NetworkGraph.Objective(parts, loss, List.of(), Restraints.optimizer(training), tracked, activations);
    }

    private Value sum(Training.Objective objective, List<NetworkGraph.Part> parts) {
        List<Formula> weighted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Formula loss = variable(parts.get(i).loss().name());
            weighted.add(multiply(objective.terms().get(i).weight(), loss));
        }
        Formula sum = weighted.stream().reduce(Formulas::add).orElseThrow();
        List<Value> losses = parts.stream().map(NetworkGraph.Part::loss).toList();
        return builder.map(LAYER, sum, losses, Shape.scalar(), new Origin(LAYER, objective.span()));
    }
}
