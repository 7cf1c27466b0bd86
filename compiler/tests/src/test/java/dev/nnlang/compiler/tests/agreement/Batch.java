package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.interpret.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Random weights and rows for a network. */
record Batch(int rows, List<double[]> parameters, List<double[]> inputs, double[] target) {

    static Batch of(NetworkGraph network, long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(9);
        return new Batch(
                rows,
                network.weights().stream().map(each -> weight(each, random)).toList(),
                network.inputs().stream()
                        .map(each -> numbers(each, rows, random))
                        .toList(),
                target(network, rows, random));
    }

    private static double[] target(NetworkGraph network, int rows, Random random) {
        Value target = network.training().orElseThrow().target();
        int classes = network.output().shape().last();
        return target.element() == Value.Element.LABEL
                ? random.ints(rows, 0, classes).asDoubleStream().toArray()
                : numbers(target, rows, random);
    }

    /** Small enough that the values of a layer are no larger than its inputs. */
    private static double[] weight(Value weight, Random random) {
        int inputs = weight.shape().rank() == 2 ? weight.shape().dims().get(0) : 1;
        return gaussian(weight.shape().size(), 1 / Math.sqrt(inputs), random);
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
