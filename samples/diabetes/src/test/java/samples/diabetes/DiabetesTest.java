package samples.diabetes;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiabetesTest {

    private static TrainingResult train(long seed) throws Exception {
        Settings settings = DiabetesTrainer.task().settings().base(Path.of("src/main/nn")).seed(seed);
        return Training.run(DiabetesTrainer.task(), settings, TrainingListener.silent());
    }

    /** The target is standardised, so the squared error is in units of its variance; a library of record gets 0.54. */
    @Test
    void tenSeedsExplainALargePartOfTheVariance() throws Exception {
        double sum = 0;
        for (long seed = 0; seed < 10; seed++) {
            TrainingResult result = train(seed);
            assertThat(result.part()).isEqualTo("test");
            sum += result.metrics().loss();
        }
        assertThat(sum / 10).isLessThan(0.60);
    }

    /** The predictor speaks of the progression itself, from 25 to 346 in the data, not of a standardised one. */
    @Test
    void heavierPatientsFareWorse(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("diabetes.safetensors");
        train(42).model().write(model);
        Diabetes diabetes = Diabetes.load(model);
        double light = diabetes.predict(patient(20)).progression();
        double heavy = diabetes.predict(patient(35)).progression();
        assertThat(light).isGreaterThan(20);
        assertThat(heavy).isGreaterThan(light + 30);
        assertThat(heavy).isLessThan(350);
    }

    private static Patient patient(double bodyMassIndex) {
        return new Patient(50, 1, bodyMassIndex, 95, 190, 115, 50, 4, 4.6, 91);
    }
}
