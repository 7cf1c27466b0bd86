package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.interpret.Tensor;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.runtime.Noise;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Random weights, statistics and rows for a network.
 *
 * @param seed of what dropout draws
 */
record Batch(
        long seed,
        int rows,
        List<double[]> parameters,
        List<double[]> statistics,
        List<double[]> inputs,
        List<double[]> targets) {

    static Batch of(NetworkGraph network, long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(9);
        return new Batch(
                seed,
                rows,
                network.weights().stream().map(each -> weight(each, random)).toList(),
                network.statistics().stream()
                        .map(each -> positive(each.shape().size(), random))
                        .toList(),
                network.inputs().stream()
                        .map(each -> input(network, each, rows, random))
                        .toList(),
                IntStream.range(0, network.outputs().size())
                        .mapToObj(i -> target(network, i, rows, random))
                        .toList());
    }

    /** Gives a trainer all of it. */
    void fill(Driver driver) {
        driver.trainer().seed(seed);
        driver.parameters(parameters);
        driver.statistics(statistics);
        driver.inputs(inputs);
        driver.targets(targets);
    }

    /** The same with weights that differ a little, by about {@code part} of each. */
    Batch nudged(double part, int nudge) {
        Random random = new Random(nudge);
        List<double[]> others = parameters.stream()
                .map(values -> Arrays.stream(values)
                        .map(value -> value * (1 + part * random.nextGaussian()))
                        .toArray())
                .toList();
        return new Batch(seed, rows, others, statistics, inputs, targets);
    }

    /** What a trainer draws before its first step. */
    double[] noise(Shape shape, int stream) {
        long key = Noise.key(seed, 0);
        return IntStream.range(0, Tensor.count(shape, rows))
                .mapToDouble(place -> Noise.uniform(key, stream, place))
                .toArray();
    }

    private static double[] input(NetworkGraph network, Value input, int rows, Random random) {
        return input.element() == Value.Element.LABEL
                ? labels(rows, categories(network, input), random)
                : numbers(input, rows, random);
    }

    /** How many values a column has, as the first op that reads it says. */
    private static int categories(NetworkGraph network, Value input) {
        return network.graph().nodes().stream()
                .map(Node::op)
                .filter(op -> op.operands().contains(input))
                .mapToInt(op -> op instanceof Gather gather
                        ? gather.along().get(0).size()
                        : ((OneHot) op).classes().size())
                .findFirst()
                .orElseThrow();
    }

    private static double[] labels(int rows, int classes, Random random) {
        return random.ints(rows, 0, classes).asDoubleStream().toArray();
    }

    private static double[] target(NetworkGraph network, int index, int rows, Random random) {
        Value target = network.training().orElseThrow().targets().get(index);
        int classes = network.outputs().get(index).shape().last().size();
        return target.element() == Value.Element.LABEL ? labels(rows, classes, random) : numbers(target, rows, random);
    }

    /** Small enough that the values of a layer are no larger than its inputs. */
    private static double[] weight(Value weight, Random random) {
        int inputs = weight.shape().dims().isEmpty()
                ? 1
                : weight.shape().size() / weight.shape().last().size();
        return gaussian(weight.shape().size(), 1 / Math.sqrt(inputs), random);
    }

    /** Variances, and means that will do. */
    private static double[] positive(int count, Random random) {
        return DoubleStream.generate(() -> 0.2 + random.nextDouble())
                .limit(count)
                .toArray();
    }

    private static double[] numbers(Value value, int rows, Random random) {
        return gaussian(Tensor.count(value.shape(), rows), 1, random);
    }

    private static double[] gaussian(int count, double deviation, Random random) {
        return DoubleStream.generate(random::nextGaussian)
                .map(x -> deviation * x)
                .limit(count)
                .toArray();
    }
}
