package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Epoch;
import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingException;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaledInputsTest {
    private static final double[] RATES = {1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6};

    /** Each gets the rate that suits it best: raw inputs want another than standardised ones. */
    @Test
    void standardizedInputsTrainFasterThanRawOnes() throws Exception {
        double raw = lowestLoss(samples.course.raw.VintnerTrainer.task());
        double standardized = lowestLoss(samples.course.standardized.VintnerTrainer.task());
        assertThat(standardized).isLessThan(raw / 10);
        Readme.tells("raw_inputs.nn", raw);
        Readme.tells("standardized_inputs.nn", standardized);
    }

    /** Of the training rows in the last epoch. */
    private static double lowestLoss(TrainingTask task) throws Exception {
        double lowest = Double.POSITIVE_INFINITY;
        for (double rate : RATES) {
            lowest = Math.min(lowest, lastLoss(task, rate));
        }
        return lowest;
    }

    private static double lastLoss(TrainingTask task, double rate) throws Exception {
        try {
            List<Epoch> epochs = Training.run(task, Look.settings(task).rate(rate), TrainingListener.silent())
                    .epochs();
            return epochs.get(epochs.size() - 1).train().loss();
        } catch (TrainingException diverged) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
