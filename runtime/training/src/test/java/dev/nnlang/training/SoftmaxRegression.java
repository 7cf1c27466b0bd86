package dev.nnlang.training;

import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.Arrays;
import java.util.List;

/** A network small enough to write by hand: {@code softmax(x w + b)} and cross entropy. */
public final class SoftmaxRegression implements Trainable<float[]> {
    private final int in;
    private final int classes;
    private final Port.Reals<float[]> input;
    private final Port.Labels<float[]> target;
    private final float[] output;
    private final List<Parameter<float[]>> parameters;

    public SoftmaxRegression(int batch, List<String> columns, int in, String label, int classes) {
        this.in = in;
        this.classes = classes;
        input = new Port.Reals<>("input", columns, in, new float[batch * in]);
        target = new Port.Labels<>(label, label, classes, new int[batch]);
        output = new float[batch * classes];
        parameters = List.of(
                parameter("weight", List.of(in, classes), Initializer.normal(0, 0.1)),
                parameter("bias", List.of(classes), Initializer.zeros()));
    }

    private static Parameter<float[]> parameter(String name, List<Integer> shape, Initializer initializer) {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        String layer = "toy.nn:3 dense(classes)";
        return new Parameter<>("dense1." + name, layer, shape, new float[size], new float[size], initializer);
    }

    @Override
    public String network() {
        return "Toy";
    }

    @Override
    public String fingerprint() {
        return "softmax " + in + "-" + classes;
    }

    @Override
    public int batch() {
        return target.values().length;
    }

    @Override
    public List<Port<float[]>> inputs() {
        return List.of(input);
    }

    @Override
    public List<Port<float[]>> targets() {
        return List.of(target);
    }

    @Override
    public List<float[]> outputs() {
        return List.of(output);
    }

    @Override
    public List<Parameter<float[]>> parameters() {
        return parameters;
    }

    @Override
    public double evaluate(int rows) {
        double loss = 0;
        for (int n = 0; n < rows; n++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double score = parameters.get(1).values()[k];
                for (int j = 0; j < in; j++) {
                    score += input.values()[n * in + j] * parameters.get(0).values()[j * classes + k];
                }
                output[n * classes + k] = (float) Math.exp(score);
                sum += Math.exp(score);
            }
            for (int k = 0; k < classes; k++) {
                output[n * classes + k] /= (float) sum;
            }
            loss -= Math.log(output[n * classes + target.values()[n]]);
        }
        return loss / rows;
    }

    @Override
    public double gradient(int rows) {
        double loss = evaluate(rows);
        parameters.forEach(each -> Arrays.fill(each.gradient(), 0));
        for (int n = 0; n < rows; n++) {
            for (int k = 0; k < classes; k++) {
                float d = (output[n * classes + k] - (target.values()[n] == k ? 1 : 0)) / rows;
                parameters.get(1).gradient()[k] += d;
                for (int j = 0; j < in; j++) {
                    parameters.get(0).gradient()[j * classes + k] += d * input.values()[n * in + j];
                }
            }
        }
        return loss;
    }

    @Override
    public double step(int rows, double rate) {
        double loss = gradient(rows);
        for (Parameter<float[]> parameter : parameters) {
            for (int i = 0; i < parameter.values().length; i++) {
                parameter.values()[i] -= (float) rate * parameter.gradient()[i];
            }
        }
        return loss;
    }
}
