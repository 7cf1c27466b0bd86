package dev.nnlang.compiler.tests.harness;

import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated trainer, driven in {@code double} whatever it computes in.
 *
 * @param trainer the instance itself
 */
public record Driver(Trainable<?> trainer) {

    /** An instance of {@code trainer} for batches of at most {@code rows} rows. */
    public static Driver of(Class<?> trainer, int rows) {
        try {
            return new Driver((Trainable<?>) trainer.getConstructor(int.class).newInstance(rows));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shares the work of every pass among so many threads. */
    public Driver threads(int count) {
        trainer.threads(count);
        return this;
    }

    /** Fills the ports of the inputs, in order. */
    public void inputs(List<double[]> values) {
        IntStream.range(0, values.size()).forEach(i -> fill(trainer.inputs().get(i), values.get(i)));
    }

    /** Fills the port of the only target: numbers, or the positions of labels. */
    public void target(double[] values) {
        targets(List.of(values));
    }

    /** Fills the ports of the targets, in order. */
    public void targets(List<double[]> values) {
        IntStream.range(0, values.size()).forEach(i -> fill(trainer.targets().get(i), values.get(i)));
    }

    private static void fill(Port<?> port, double[] values) {
        if (port instanceof Port.Labels<?> labels) {
            copy(values, labels.values());
        } else {
            copy(values, ((Port.Reals<?>) port).values());
        }
    }

    /** Gives every parameter its values, in the order of the data's way. */
    public void parameters(List<double[]> values) {
        IntStream.range(0, values.size())
                .forEach(i -> copy(values.get(i), trainer.parameters().get(i).values()));
    }

    /** Gives every statistic its values; those of a new network if there are none. */
    public void statistics(List<double[]> values) {
        for (int i = 0; i < trainer.statistics().size(); i++) {
            Parameter<?> statistic = trainer.statistics().get(i);
            double[] initial = statistic.initializer().draw(statistic.shape(), null);
            copy(values.isEmpty() ? initial : values.get(i), statistic.values());
        }
    }

    public List<double[]> statistics() {
        return trainer.statistics().stream().map(each -> doubles(each.values())).toList();
    }

    public List<double[]> parameters() {
        return trainer.parameters().stream().map(each -> doubles(each.values())).toList();
    }

    public List<String> parameterNames() {
        return trainer.parameters().stream().map(Parameter::name).toList();
    }

    /** What the last {@link Trainable#gradient} left of each parameter. */
    public List<double[]> gradients() {
        return trainer.parameters().stream()
                .map(each -> doubles(each.gradient()))
                .toList();
    }

    /** What the last {@link Trainable#gradient} left of each input of numbers, for the whole batch; a trainer without such inputs has no method for it. */
    public List<double[]> inputGradients() {
        return Arrays.stream(trainer.getClass().getMethods())
                .filter(method -> method.getName().equals("inputGradients"))
                .flatMap(method -> gradients(method).stream())
                .map(Driver::doubles)
                .toList();
    }

    private List<?> gradients(Method method) {
        try {
            return (List<?>) method.invoke(trainer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that a pass leaves behind, one number after the other. */
    public double[] everything() {
        return Stream.of(outputs(), gradients(), parameters(), statistics())
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** What the network says of its only target, for the whole batch. */
    public double[] output() {
        return outputs().get(0);
    }

    /** What the network says of each target, for the whole batch. */
    public List<double[]> outputs() {
        return trainer.outputs().stream().map(Driver::doubles).toList();
    }

    /** The loss of each target as of the last pass; empty if there is only one. */
    public double[] losses() {
        return trainer.losses();
    }

    /** What the activations that it shows are, for the whole batch. */
    public List<double[]> activations() {
        return trainer.activations().stream()
                .map(each -> doubles(each.values()))
                .toList();
    }

    private static void copy(double[] from, Object to) {
        for (int i = 0; i < from.length; i++) {
            if (to instanceof double[] doubles) {
                doubles[i] = from[i];
            } else if (to instanceof float[] floats) {
                floats[i] = (float) from[i];
            } else {
                ((int[]) to)[i] = (int) from[i];
            }
        }
    }

    private static double[] doubles(Object array) {
        return array instanceof float[] floats
                ? IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray()
                : ((double[]) array).clone();
    }
}
