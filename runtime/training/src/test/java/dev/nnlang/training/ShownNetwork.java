package dev.nnlang.training;

import dev.nnlang.training.network.Activation;
import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.util.List;

/** A network that computes nothing: tests fill its activations and the gradients of its three parameters. */
final class ShownNetwork implements Trainable<float[]> {
    private final List<Activation<float[]>> activations;
    private final boolean keepsGradients;
    private final List<Parameter<float[]>> parameters = List.of(parameter("weight", 2), parameter("bias", 1));
    private int asked;

    ShownNetwork(List<Activation<float[]>> activations) {
        this(activations, true);
    }

    ShownNetwork(List<Activation<float[]>> activations, boolean keepsGradients) {
        this.activations = activations;
        this.keepsGradients = keepsGradients;
    }

    /** How often somebody has asked for the gradients alone. */
    int asked() {
        return asked;
    }

    private static Parameter<float[]> parameter(String name, int size) {
        return new Parameter<>(
                name, "toy.nn:2 dense", List.of(size), new float[size], new float[size], Initializer.zeros());
    }

    @Override
    public String network() {
        return "Shown";
    }

    @Override
    public String fingerprint() {
        return "shown";
    }

    @Override
    public int batch() {
        return 2;
    }

    @Override
    public List<Port<float[]>> inputs() {
        return List.of();
    }

    @Override
    public List<Port<float[]>> targets() {
        return List.of();
    }

    @Override
    public List<float[]> outputs() {
        return List.of();
    }

    @Override
    public List<Parameter<float[]>> parameters() {
        return parameters;
    }

    @Override
    public List<Activation<float[]>> activations() {
        return activations;
    }

    @Override
    public double evaluate(int rows) {
        return 0;
    }

    @Override
    public double gradient(int rows) {
        asked++;
        return 0;
    }

    @Override
    public boolean keepsGradients() {
        return keepsGradients;
    }

    @Override
    public double step(int rows, double rate) {
        return 0;
    }
}
