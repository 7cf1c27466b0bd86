package dev.nnlang.training;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.training.batches.BatchSources;
import dev.nnlang.training.batches.Batches;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.FieldNames;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.preprocess.Fitting;
import dev.nnlang.training.data.split.ClassCheck;
import dev.nnlang.training.data.split.Part;
import dev.nnlang.training.data.split.Parts;
import dev.nnlang.training.data.split.StreamedRows;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import java.util.List;
import java.util.Map;

/** Trains a network from Java: {@code Training.run(task, settings, listener)}. */
public final class Training {
    private final TrainingTask task;
    private final Settings settings;
    private final TrainingData data;
    private final TrainingListener listener;

    private Training(TrainingTask task, Settings settings, TrainingData data, TrainingListener listener) {
        this.task = task;
        this.settings = settings;
        this.data = data;
        this.listener = listener;
    }

    /**
     * Trains on the rows that the declaration, or a setting, names.
     *
     * @throws SettingException if a setting does not fit the task
     * @throws DataException if the data do not
     * @throws ModelFileException if the model to start from does not
     * @throws TrainingException if training diverges
     */
    public static TrainingResult run(TrainingTask task, Settings settings, TrainingListener listener)
            throws DataException, ModelFileException, TrainingException {
        return run(task, settings, TrainingData.read(task.data(), settings), listener);
    }

    /** Trains on rows of the program's own. */
    public static TrainingResult run(TrainingTask task, Settings settings, Table rows, TrainingListener listener)
            throws DataException, ModelFileException, TrainingException {
        return run(task, settings, TrainingData.of(rows, settings), listener);
    }

    /**
     * The network as the first step finds it: its weights drawn, or read from the model to start from, and the first batch of
     * the training rows in its ports. Whoever calls {@code evaluate(batch())} or {@code gradient(batch())} can look into it.
     *
     * @throws SettingException if a setting does not fit the task
     * @throws DataException if the data do not
     * @throws ModelFileException if the model to start from does not
     */
    public static Trainable<float[]> open(TrainingTask task, Settings settings)
            throws DataException, ModelFileException {
        TrainingData data = TrainingData.read(task.data(), settings);
        Training training = new Training(task, settings, data, TrainingListener.silent());
        Trainable<float[]> network = training.network();
        Fitting fitting = training.prepare(new Weights(network));
        try (Batches pass =
                new BatchSources(network, fitting).of(data.parts().train()).scoring()) {
            pass.next();
        }
        return network;
    }

    private static TrainingResult run(
            TrainingTask task, Settings settings, TrainingData data, TrainingListener listener)
            throws DataException, ModelFileException, TrainingException {
        return new Training(task, settings, data, listener).run();
    }

    private TrainingResult run() throws DataException, ModelFileException, TrainingException {
        listener.data(data);
        Parts parts = data.parts();
        Trainable<float[]> network = network();
        listener.kernels(network.kernels());
        Weights weights = new Weights(network);
        Fitting fitting = prepare(weights);
        int dropped = parts.dropped();
        if (dropped > 0) {
            listener.warning(dropped + (dropped == 1 ? " row was" : " rows were")
                    + " left out because something is missing in " + (dropped == 1 ? "it" : "them"));
        }
        ClassCheck.warnings(task.data(), parts).forEach(listener::warning);
        fitting.warnings().forEach(listener::warning);
        String goal = MetricChecks.check(settings, task.data(), network, parts);
        BatchSources supplies = new BatchSources(network, fitting);
        TrainingLoop loop = new TrainingLoop(network, settings, parts, supplies, goal, listener, System::nanoTime);
        Epoch kept = loop.run();
        List<Epoch> epochs = loop.epochs();
        listener.stopped(epochs.isEmpty() ? kept : epochs.get(epochs.size() - 1), loop.reason(), kept);
        return result(loop, kept, supplies, model(weights, fitting, kept));
    }

    private Trainable<float[]> network() {
        Part train = data.parts().train();
        boolean all = settings.batch() == Settings.ALL_ROWS;
        if (all && train instanceof StreamedRows) {
            throw new SettingException("batch: all rows need to be in memory, but they stream by; give a number");
        }
        Trainable<float[]> network =
                task.trainer().apply(all ? train.size() : Math.min(settings.batch(), train.size()));
        network.threads(settings.threads());
        return network;
    }

    /** Weights that go on learning need the statistics that they have learned with. */
    private Fitting prepare(Weights weights) throws ModelFileException {
        if (settings.from().isEmpty()) {
            weights.initialize(settings.seed());
            return Fitting.of(data.parts().train());
        }
        ModelFile file = ModelFile.read(settings.from().get());
        weights.read(file);
        return Fitting.read(task.data(), file);
    }

    private TrainingResult result(TrainingLoop loop, Epoch kept, BatchSources supplies, ModelFile model)
            throws DataException, TrainingException {
        Parts parts = data.parts();
        String name = parts.test().size() > 0 ? "test" : parts.validation().size() > 0 ? "validation" : "train";
        Part part = name.equals("test") ? parts.test() : name.equals("train") ? parts.train() : parts.validation();
        Metrics metrics = loop.score(supplies.of(part), name);
        return new TrainingResult(loop.epochs(), kept, loop.reason(), name, metrics, model);
    }

    private ModelFile model(Weights weights, Fitting fitting, Epoch kept) {
        ModelFile.Builder file = ModelFile.builder();
        for (Map.Entry<String, String> entry : task.metadata().entrySet()) {
            file.metadata(entry.getKey(), entry.getValue());
        }
        file.metadata("epoch", Integer.toString(kept.number()));
        file.metadata("seed", Long.toString(settings.seed()));
        data.parts().fields().forEach((column, names) -> FieldNames.write(file, column, names));
        weights.write(file);
        fitting.write(file);
        return file.build();
    }
}
