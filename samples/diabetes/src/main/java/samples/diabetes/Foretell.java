package samples.diabetes;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Path;

/** Trains on 442 patients, then foretells how far the disease of one will come within a year. */
public final class Foretell {

    private Foretell() {}

    public static void main(String[] arguments) throws Exception {
        Path model = Path.of("target", "diabetes.safetensors");
        TrainingTask task = DiabetesTrainer.task();
        Settings settings = task.settings().base(Path.of("src", "main", "nn"));
        TrainingResult result = Training.run(task, settings, TrainingListener.silent());
        result.model().write(model);
        System.out.println(result.summary());

        Patient patient = new Patient(59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87);
        System.out.println(Diabetes.load(model).predict(patient).progression());
    }
}
