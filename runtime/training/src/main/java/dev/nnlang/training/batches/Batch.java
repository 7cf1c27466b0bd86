package dev.nnlang.training.batches;

import dev.nnlang.training.metrics.Answers;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arrays that a batch is read into: those of a network, or others of the same shapes.
 *
 * @param answers what the network should say, for each target: labels are those of its port; numbers are kept beside it,
 *     because what it holds is preprocessed
 * @param rows how many rows there is room for
 */
public record Batch(List<Port<float[]>> inputs, List<Port<float[]>> targets, List<Answers> answers, int rows) {

    /** The network's own. */
    static Batch of(Trainable<float[]> network) {
        return of(network.inputs(), network.targets(), network.batch());
    }

    private static Batch of(List<Port<float[]>> inputs, List<Port<float[]>> targets, int rows) {
        List<Answers> answers =
                targets.stream().map(target -> answers(target, rows)).toList();
        return new Batch(List.copyOf(inputs), List.copyOf(targets), answers, rows);
    }

    private static Answers answers(Port<float[]> target, int rows) {
        return target instanceof Port.Labels<float[]> labels
                ? new Answers(labels.values(), new double[0])
                : new Answers(new int[0], new double[rows * numbersOf(target)]);
    }

    /** New arrays of the same shapes. */
    Batch another() {
        return of(another(inputs), another(targets), rows);
    }

    private static List<Port<float[]>> another(List<Port<float[]>> ports) {
        return ports.stream().map(Batch::another).toList();
    }

    private static Port<float[]> another(Port<float[]> port) {
        if (port instanceof Port.Reals<float[]> reals) {
            return new Port.Reals<>(reals.name(), reals.columns(), reals.width(), new float[reals.values().length]);
        }
        Port.Labels<float[]> labels = (Port.Labels<float[]>) port;
        return new Port.Labels<>(labels.name(), labels.column(), labels.classes(), new int[labels.values().length]);
    }

    /** How many values there are in all. */
    long values() {
        return (long) rows
                * Stream.concat(inputs.stream(), targets.stream())
                        .mapToInt(Batch::numbersOf)
                        .sum();
    }

    private static int numbersOf(Port<float[]> port) {
        return port instanceof Port.Reals<float[]> reals ? reals.width() : 1;
    }

    /** Copies the first so many rows into arrays of the same shapes. */
    void copyTo(Batch other, int count) {
        copy(inputs, other.inputs, count);
        copy(targets, other.targets, count);
        for (int i = 0; i < answers.size(); i++) {
            double[] numbers = answers.get(i).numbers();
            System.arraycopy(numbers, 0, other.answers.get(i).numbers(), 0, numbers.length / rows * count);
        }
    }

    private static void copy(List<Port<float[]>> from, List<Port<float[]>> to, int count) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i) instanceof Port.Reals<float[]> reals) {
                float[] values = ((Port.Reals<float[]>) to.get(i)).values();
                System.arraycopy(reals.values(), 0, values, 0, count * reals.width());
            } else if (from.get(i) instanceof Port.Labels<float[]> labels) {
                System.arraycopy(labels.values(), 0, ((Port.Labels<float[]>) to.get(i)).values(), 0, count);
            }
        }
    }
}
