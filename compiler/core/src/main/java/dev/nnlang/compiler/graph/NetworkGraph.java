package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.analyse.SaturationLevels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network's graph and what its values are for.
 *
 * @param graph the nodes
 * @param inputs the fed values of input columns
 * @param weights the trained parameters, in the order of the data's way
 * @param statistics what training keeps besides
 * @param outputs what the network says: for each target probabilities, or the values of a regression
 * @param training what training adds; empty in the graph of a predictor
 */
public record NetworkGraph(
        Graph graph,
        List<Value> inputs,
        List<Value> weights,
        List<Value> statistics,
        List<Value> outputs,
        Optional<Objective> training) {

    /**
     * What is minimised.
     *
     * @param parts what each output is compared with
     * @param loss a scalar: the only part's, or the weighted sum of all
     * @param gradients of the loss with respect to each weight, then, if they were asked for, to each input; empty before the graph is
     *     differentiated
     * @param optimizer how a step changes the weights
     * @param tracked the new values of the statistics
     * @param activations those that training looks at
     */
    public record Objective(
            List<Part> parts,
            Value loss,
            List<Value> gradients,
            Optimizer optimizer,
            Map<Value, Value> tracked,
            List<Activation> activations) {

        public Objective {
            parts = List.copyOf(parts);
        }

        /** With the gradients that differentiation has found. */
        public Objective withGradients(List<Value> found) {
            return new Objective(parts, loss, found, optimizer, tracked, activations);
        }

        /** With other statistics that are kept up to date. */
        public Objective withTracked(Map<Value, Value> others) {
            return new Objective(parts, loss, gradients, optimizer, others, activations);
        }

        /** What is wanted besides the network's outputs before it is differentiated. */
        public List<Value> results() {
            Stream<Value> losses = Stream.concat(parts.stream().map(Part::loss), Stream.of(loss));
            return Stream.of(
                            losses,
                            tracked.values().stream(),
                            activations.stream().map(Activation::value))
                    .flatMap(each -> each)
                    .toList();
        }

        /** The fed values of the targets. */
        public List<Value> targets() {
            return parts.stream().map(Part::target).toList();
        }
    }

    /**
     * The loss of one output.
     *
     * @param target the fed value of the target
     * @param loss a scalar
     */
    public record Part(Value target, Value loss) {}

    /** A value that training looks at: an activation's, and where it levels off. */
    public record Activation(Value value, SaturationLevels plateaus) {}

    public NetworkGraph {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
        statistics = List.copyOf(statistics);
        outputs = List.copyOf(outputs);
    }

    /** With other nodes that make the same values. */
    public NetworkGraph withGraph(Graph changed) {
        return new NetworkGraph(changed, inputs, weights, statistics, outputs, training);
    }
}
