package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.autodiff.Differentiation;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphVerifier;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.interpret.Interpreter;
import dev.nnlang.compiler.interpret.Tensor;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.lower.Lowering;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.resolve.Resolver;
import dev.nnlang.compiler.rewrite.Rewrites;
import dev.nnlang.compiler.rewrite.SpecializeMode;
import dev.nnlang.compiler.source.SourceFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the interpreter says of a graph and a batch.
 *
 * @param losses of each target
 * @param gradients of each weight, then of each input; none of a graph that evaluates
 * @param statistics what they are after a step; none of a graph that evaluates
 * @param activations those that training looks at
 */
record Reference(
        double loss,
        double[] losses,
        List<double[]> outputs,
        List<double[]> gradients,
        List<double[]> statistics,
        List<double[]> activations) {

    /** The trainer's graph of the only network in {@code text}, as autodiff leaves it. */
    static NetworkGraph trainer(String text) {
        return Differentiation.differentiate(SpecializeMode.forTraining(lowered(text)), true);
    }

    /** The graph that computes the loss of the only network in {@code text} as it predicts. */
    static NetworkGraph evaluator(String text) {
        return SpecializeMode.forEvaluation(lowered(text));
    }

    private static NetworkGraph lowered(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Network network = network(text, diagnostics);
        return Lowering.lower(network, network.training(), diagnostics).orElseThrow();
    }

    private static Network network(String text, Diagnostics diagnostics) {
        Model model = Resolver.resolve(
                        Parser.parse(new SourceFile("random.nn", text), diagnostics),
                        Parser.parse(StandardLibrary.source(), diagnostics),
                        Map.of(),
                        diagnostics)
                .orElseThrow();
        return model.networks().get(0);
    }

    /** The same after every rewrite, verified before the first and after each. */
    static NetworkGraph rewritten(NetworkGraph network) {
        GraphVerifier.verify(network.graph());
        return network.withGraph(Rewrites.run(network.graph(), GraphVerifier::verify));
    }

    /** An evaluator's graph with what predictors fold, verified. */
    static NetworkGraph folded(NetworkGraph evaluator) {
        Graph folded = Rewrites.ofPredictor(evaluator.graph());
        GraphVerifier.verify(folded);
        return evaluator.withGraph(folded);
    }

    static Reference of(NetworkGraph network, Batch batch) {
        Map<Value, Tensor> given = new HashMap<>();
        give(given, network.weights(), batch.parameters(), batch.rows());
        give(given, network.statistics(), batch.statistics(), batch.rows());
        give(given, network.inputs(), batch.inputs(), batch.rows());
        NetworkGraph.Objective objective = network.training().orElseThrow();
        give(given, objective.targets(), batch.targets(), batch.rows());
        for (Node node : network.graph().nodes()) {
            if (node.op() instanceof Noise noise) {
                give(given, List.of(node.value()), List.of(batch.noise(noise.shape(), noise.stream())), batch.rows());
            }
        }
        Map<Value, Tensor> values = Interpreter.run(network.graph(), batch.rows(), given);
        return new Reference(
                values.get(objective.loss()).values()[0],
                objective.parts().stream()
                        .mapToDouble(part -> values.get(part.loss()).values()[0])
                        .toArray(),
                numbers(network.outputs().stream(), values),
                numbers(objective.gradients().stream(), values),
                numbers(
                        network.statistics().stream()
                                .flatMap(each ->
                                        Stream.ofNullable(objective.tracked().get(each))),
                        values),
                numbers(objective.activations().stream().map(NetworkGraph.Activation::value), values));
    }

    /** The largest difference between two that hold the same, as a part of the number; smaller ones than 1 count as 1. */
    double difference(Reference other) {
        double[] own = everything();
        double[] others = other.everything();
        return IntStream.range(0, own.length)
                .mapToDouble(i -> Math.abs(own[i] - others[i]) / Math.max(1, Math.abs(own[i])))
                .max()
                .orElse(0);
    }

    /** What a gradient that is small because its terms cancel each other out has lost digits of. */
    double largestGradient() {
        return gradients.stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private double[] everything() {
        return Stream.of(List.of(losses), outputs, gradients, statistics, activations)
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static List<double[]> numbers(Stream<Value> wanted, Map<Value, Tensor> values) {
        return wanted.map(value -> values.get(value).values()).toList();
    }

    private static void give(Map<Value, Tensor> given, List<Value> values, List<double[]> numbers, int rows) {
        IntStream.range(0, values.size())
                .forEach(i -> given.put(values.get(i), new Tensor(values.get(i).shape(), rows, numbers.get(i))));
    }
}
