package samples.benchmarks;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Stream;

/** A workload as our compiler generated it: the trainer with a batch of noise in it, and the predictor with the trainer's first weights. */
final class Network {
    private static final long SEED = 1;

    private final Trainable<float[]> trainer;
    private final Predictor predictor;

    private Network(TrainingTask task, Reading reading, Workload workload) throws ModelFileException {
        trainer = task.trainer().apply(workload.batch());
        all().forEach(Network::draw);
        for (Port<float[]> port : trainer.inputs()) {
            copy(workload.rows(workload.batch()), ((Port.Reals<float[]>) port).values());
        }
        for (Port<float[]> port : trainer.targets()) {
            copy(workload.labels(), ((Port.Labels<float[]>) port).values());
        }
        predictor = reading.read(model());
    }

    static Network of(Workload workload) throws ModelFileException {
        return switch (workload) {
            case IRIS -> new Network(IrisTrainer.task(), IrisPredictor::new, workload);
            case MLP -> new Network(MlpTrainer.task(), MlpPredictor::new, workload);
            case LENET -> new Network(LenetTrainer.task(), LenetPredictor::new, workload);
            case CONVBN -> new Network(ConvbnTrainer.task(), ConvbnPredictor::new, workload);
            case WIDE -> new Network(WideTrainer.task(), WidePredictor::new, workload);
        };
    }

    Trainable<float[]> trainer() {
        return trainer;
    }

    Predictor predictor() {
        return predictor;
    }

    private List<Parameter<float[]>> all() {
        return Stream.concat(trainer.parameters().stream(), trainer.statistics().stream())
                .toList();
    }

    private static void draw(Parameter<float[]> parameter) {
        double[] drawn = parameter.initializer().draw(parameter.shape(), RandomStream.of(SEED, parameter.name()));
        for (int i = 0; i < drawn.length; i++) {
            parameter.values()[i] = (float) drawn[i];
        }
    }

    /** The weights as training saves them. */
    ModelFile model() {
        ModelFile.Builder file = ModelFile.builder().network(trainer.network(), trainer.fingerprint());
        for (Parameter<float[]> each : all()) {
            file.floats(
                    each.name(),
                    each.values(),
                    each.shape().stream().mapToInt(Integer::intValue).toArray());
        }
        return file.build();
    }

    /** Of equal lengths: {@code from} and {@code to} are arrays of one type. */
    private static void copy(Object from, Object to) {
        System.arraycopy(from, 0, to, 0, Array.getLength(to));
    }

    /** Makes a predictor of a model. */
    private interface Reading {
        Predictor read(ModelFile model) throws ModelFileException;
    }
}
