package samples.iris;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Path;

/** Trains on Fisher's flowers, then names one that somebody measured. */
public final class NameFlower {

    private NameFlower() {}

    public static void main(String[] arguments) throws Exception {
        Path model = Path.of("target", "iris.safetensors");
        TrainingTask task = IrisTrainer.task();
        Settings settings = task.settings().base(Path.of("src", "main", "nn"));
        TrainingResult result = Training.run(task, settings, TrainingListener.silent());
        result.model().write(model);
        System.out.println(result.summary());

        Iris iris = Iris.load(model);
        Iris.Prediction prediction = iris.predict(new Flower(5.1, 3.5, 1.4, 0.2));
        System.out.println(prediction.species() + " " + prediction.probability(prediction.species()));
    }
}
