package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.Plateaus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network's graph and what its values are for.
 *
 * @param graph the nodes
 * @param inputs the fed values of input columns
 * @param weights the trained parameters, in the order of the data's way
 * @param statistics what training keeps besides
 * @param output what the network says: probabilities, or the values of a regression
 * @param training what training adds; empty in the graph of a predictor
 */
public record NetworkGraph(
        Graph graph,
        List<Value> inputs,
        List<Value> weights,
        List<Value> statistics,
        Value output,
        Optional<Objective> training) {

    /**
     * What is minimised.
     *
     * @param target the fed value of the target
     * @param loss a scalar
     * @param gradients of the loss with respect to each weight, then, if they were asked for, to each input; empty before the graph is
     *     differentiated
     * @param optimizer how a step changes the weights
     * @param tracked the new values of the statistics
     * @param activations those that training looks at
     */
    public record Objective(
            Value target,
            Value loss,
            List<Value> gradients,
            Optimizer optimizer,
            Map<Value, Value> tracked,
            List<Activation> activations) {

        /** With the gradients that differentiation has found. */
        public Objective withGradients(List<Value> found) {
            return new Objective(target, loss, found, optimizer, tracked, activations);
        }
    }

    /** A value that training looks at: an activation's, and where it levels off. */
    public record Activation(Value value, Plateaus plateaus) {}

    public NetworkGraph {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
        statistics = List.copyOf(statistics);
    }

    /** With other nodes that make the same values. */
    public NetworkGraph withGraph(Graph changed) {
        return new NetworkGraph(changed, inputs, weights, statistics, output, training);
    }
}
