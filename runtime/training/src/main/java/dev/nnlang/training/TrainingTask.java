package dev.nnlang.training;

import dev.nnlang.training.data.Schema;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Everything that the compiler knows of a training: what to train, on what, how.
 *
 * @param network the network's name
 * @param data its rows
 * @param trainer makes the network for batches of so many rows
 * @param settings the defaults, from the {@code .nn} file
 * @param metadata strings to keep in the model file beside the weights
 */
public record TrainingTask(
        String network,
        Schema data,
        IntFunction<? extends Trainable<float[]>> trainer,
        Settings settings,
        Map<String, String> metadata) {

    public TrainingTask {
        metadata = Map.copyOf(metadata);
    }

    /** With one more string to keep in the model file. */
    public TrainingTask metadata(String key, String value) {
        Map<String, String> more = new TreeMap<>(metadata);
        more.put(key, value);
        return new TrainingTask(network, data, trainer, settings, more);
    }

    /** What the table of the epochs is called: {@code iris.history.csv}. */
    public String historyFile() {
        return network.toLowerCase(Locale.ROOT) + ".history.csv";
    }

    /** What the model file is called: {@code iris.safetensors}. */
    public String modelFile() {
        return network.toLowerCase(Locale.ROOT) + ".safetensors";
    }
}
