package samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import samples.benchmarks.Layer.BatchNorm;
import samples.benchmarks.Layer.Conv;
import samples.benchmarks.Layer.Dense;
import samples.benchmarks.Layer.Flatten;
import samples.benchmarks.Layer.MaxPool;
import samples.benchmarks.Layer.Relu;
import samples.benchmarks.Layer.Tanh;

/** The networks that are measured. A file of the same name in {@code src/main/nn} says the same in our language. */
public enum Workload {
    IRIS(16, Shape.of(4), new Dense(16), new Tanh(), new Dense(3)),

    MLP(64, Shape.of(784), new Dense(256), new Relu(), new Dense(128), new Relu(), new Dense(10)),

    LENET(
            64,
            new Shape(1, 28, 28),
            new Conv(20, 5, 0),
            new Relu(),
            new MaxPool(),
            new Conv(50, 5, 0),
            new Relu(),
            new MaxPool(),
            new Flatten(),
            new Dense(500),
            new Relu(),
            new Dense(10)),

    CONVBN(
            64,
            new Shape(3, 32, 32),
            new Conv(32, 3, 1),
            new BatchNorm(),
            new Relu(),
            new Conv(32, 3, 1),
            new BatchNorm(),
            new Relu(),
            new MaxPool(),
            new Conv(64, 3, 1),
            new BatchNorm(),
            new Relu(),
            new Conv(64, 3, 1),
            new BatchNorm(),
            new Relu(),
            new MaxPool(),
            new Flatten(),
            new Dense(256),
            new Relu(),
            new Dense(10)),

    WIDE(256, Shape.of(3072), new Dense(2048), new Relu(), new Dense(2048), new Relu(), new Dense(10));

    /** Of the optimizer: SGD on the mean cross entropy. */
    public static final float RATE = 0.01f;

    public static final float MOMENTUM = 0.9f;

    private final int batch;
    private final Shape input;
    private final List<Layer> layers;

    Workload(int batch, Shape input, Layer... layers) {
        this.batch = batch;
        this.input = input;
        this.layers = List.of(layers);
    }

    public int batch() {
        return batch;
    }

    public Shape input() {
        return input;
    }

    public List<Layer> layers() {
        return layers;
    }

    public int classes() {
        return ((Dense) layers.get(layers.size() - 1)).units();
    }

    /** Floating-point operations of one row's prediction. */
    public long inferenceFlop() {
        long flop = 0;
        Shape shape = input;
        for (Layer layer : layers) {
            flop += layer.flop(shape);
            shape = layer.output(shape);
        }
        return flop;
    }

    /** Floating-point operations of one row's training: each product once forward, once for its weights, once for its input, which the first needs not. */
    public long trainingFlop() {
        return 3 * inferenceFlop() - layers.get(0).flop(input);
    }

    /** Rows of noise. */
    public float[] rows(int count) {
        Random random = new Random(1);
        float[] values = new float[count * input.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** A random class for each row of a batch. */
    public int[] labels() {
        return new Random(2).ints(batch, 0, classes()).toArray();
    }

    /** As files and lines have it: {@code lenet}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
