package dev.nnlang.training;

import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.List;

/**
 * {@code y = w x} with the squared error, in double or in float; asked to, it gets its gradient wrong.
 *
 * @param <A> its arrays
 */
public class Line<A> implements Trainable<A> {
    private final Numbers<A> numbers;
    private final A x;
    private final A t;
    private final A y;
    private final int batch;
    private final Parameter<A> slope;
    private final double mistake;

    /** What differs between the element types. */
    public interface Numbers<A> {
        A array(int size);

        double get(A array, int index);

        void set(A array, int index, double value);
    }

    public static final Numbers<double[]> DOUBLES = new Numbers<>() {
        @Override
        public double[] array(int size) {
            return new double[size];
        }

        @Override
        public double get(double[] array, int index) {
            return array[index];
        }

        @Override
        public void set(double[] array, int index, double value) {
            array[index] = value;
        }
    };

    public static final Numbers<float[]> FLOATS = new Numbers<>() {
        @Override
        public float[] array(int size) {
            return new float[size];
        }

        @Override
        public double get(float[] array, int index) {
            return array[index];
        }

        @Override
        public void set(float[] array, int index, double value) {
            array[index] = (float) value;
        }
    };

    /** @param mistake what the gradient is multiplied with; 1 is right */
    public Line(Numbers<A> numbers, int batch, double mistake) {
        this.numbers = numbers;
        this.batch = batch;
        this.mistake = mistake;
        x = numbers.array(batch);
        t = numbers.array(batch);
        y = numbers.array(batch);
        slope = new Parameter<>(
                "dense1.weight",
                "line.nn:2 dense(1)",
                List.of(1, 1),
                numbers.array(1),
                numbers.array(1),
                Initializer.uniform(-1, 1));
    }

    @Override
    public String network() {
        return "Line";
    }

    @Override
    public String fingerprint() {
        return "1-1";
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public List<Port<A>> inputs() {
        return List.of(new Port.Reals<>("input", List.of("x"), 1, x));
    }

    @Override
    public List<Port<A>> targets() {
        return List.of(new Port.Reals<>("y", List.of("y"), 1, t));
    }

    @Override
    public List<A> outputs() {
        return List.of(y);
    }

    @Override
    public List<Parameter<A>> parameters() {
        return List.of(slope);
    }

    @Override
    public double evaluate(int rows) {
        double loss = 0;
        for (int n = 0; n < rows; n++) {
            numbers.set(y, n, numbers.get(slope.values(), 0) * numbers.get(x, n));
            loss += Math.pow(numbers.get(y, n) - numbers.get(t, n), 2);
        }
        return loss / rows;
    }

    @Override
    public double gradient(int rows) {
        double loss = evaluate(rows);
        double sum = 0;
        for (int n = 0; n < rows; n++) {
            sum += 2 * (numbers.get(y, n) - numbers.get(t, n)) * numbers.get(x, n);
        }
        numbers.set(slope.gradient(), 0, mistake * sum / rows);
        return loss;
    }

    @Override
    public double step(int rows, double rate) {
        double loss = gradient(rows);
        numbers.set(slope.values(), 0, numbers.get(slope.values(), 0) - rate * numbers.get(slope.gradient(), 0));
        return loss;
    }
}
