package dev.nnlang.training;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of a network as one thing: drawn, read, kept, put back, written. */
final class Weights {
    private final Trainable<float[]> network;

    Weights(Trainable<float[]> network) {
        this.network = network;
    }

    /** What is trained and what is kept besides. */
    private List<Parameter<float[]>> all() {
        return Stream.concat(network.parameters().stream(), network.statistics().stream())
                .toList();
    }

    /** Draws every parameter from a stream of its own. */
    void initialize(long seed) {
        network.seed(seed);
        for (Parameter<float[]> parameter : all()) {
            RandomStream random = RandomStream.of(seed, parameter.name());
            float[] values = parameter.values();
            double[] drawn = parameter.initializer().draw(parameter.shape(), random);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) drawn[i];
            }
        }
    }

    /** @throws ModelFileException if the file holds another network's weights */
    void read(ModelFile file) throws ModelFileException {
        file.requireNetwork(network.network(), network.fingerprint());
        for (Parameter<float[]> parameter : all()) {
            float[] values = file.floats(parameter.name(), shape(parameter));
            System.arraycopy(values, 0, parameter.values(), 0, values.length);
        }
    }

    /** A copy of all values. */
    List<float[]> snapshot() {
        return all().stream().map(parameter -> parameter.values().clone()).toList();
    }

    void restore(List<float[]> snapshot) {
        for (int i = 0; i < snapshot.size(); i++) {
            float[] values = all().get(i).values();
            System.arraycopy(snapshot.get(i), 0, values, 0, values.length);
        }
    }

    void write(ModelFile.Builder file) {
        file.network(network.network(), network.fingerprint());
        all().forEach(each -> file.floats(each.name(), each.values(), shape(each)));
    }

    private static int[] shape(Parameter<?> parameter) {
        return parameter.shape().stream().mapToInt(Integer::intValue).toArray();
    }
}
