package samples.course;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.network.Activation;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Looks into networks: those that training starts from, and those that it leaves. */
final class Look {

    private Look() {}

    static Settings settings(TrainingTask task) {
        return task.settings().base(Path.of("src/main/nn"));
    }

    static TrainingResult train(TrainingTask task) throws Exception {
        return Training.run(task, settings(task), TrainingListener.silent());
    }

    /** The network with its first weights, after all training rows have gone through it and their gradients back. */
    static Trainable<float[]> atStart(TrainingTask task) throws Exception {
        return passed(task, settings(task));
    }

    /** Likewise with the weights of a model. */
    static Trainable<float[]> at(TrainingTask task, ModelFile model) throws Exception {
        Path file = Files.createTempFile("course", ".safetensors");
        try {
            model.write(file);
            return passed(task, settings(task).from(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Trainable<float[]> passed(TrainingTask task, Settings settings) throws Exception {
        Trainable<float[]> network = Training.open(task, settings.batch(Settings.ALL_ROWS));
        network.gradient(network.batch());
        return network;
    }

    /** The activation behind so many others. */
    static float[] activation(Trainable<float[]> network, int number) {
        return network.activations().get(number - 1).values();
    }

    static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    static double deviation(float[] values) {
        double mean = mean(values);
        double variance = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(variance);
    }

    /** The share of an activation's outputs on its plateaus. */
    static double saturation(Activation<float[]> activation) {
        float[] values = activation.values();
        return IntStream.range(0, values.length)
                        .filter(i -> values[i] <= (float) activation.low() || values[i] >= (float) activation.high())
                        .count()
                / (double) values.length;
    }

    static float[] gradient(Trainable<float[]> network, String parameter) {
        return network.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .map(Parameter::gradient)
                .findFirst()
                .orElseThrow();
    }

    /** How many columns of a weight's gradient hold nothing but zeros: units that learn nothing from any row. */
    static long untaught(Trainable<float[]> network, String weight, int units) {
        float[] gradient = gradient(network, weight);
        return IntStream.range(0, units)
                .filter(unit ->
                        IntStream.range(0, gradient.length / units).allMatch(k -> gradient[k * units + unit] == 0))
                .count();
    }
}
