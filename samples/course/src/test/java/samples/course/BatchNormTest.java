package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.TrainingTask;
import org.junit.jupiter.api.Test;
import samples.course.norm.LargeNormalizedTrainer;
import samples.course.norm.LargeTrainer;
import samples.course.norm.SmallNormalizedTrainer;
import samples.course.norm.SmallTrainer;

class BatchNormTest {
    private static final double CHANCE = 0.1;

    private static double accuracy(TrainingTask task) throws Exception {
        return Look.train(task).metrics().accuracy().orElseThrow();
    }

    @Test
    void itTrainsWhatABadInitialisationHolds() throws Exception {
        double alone = accuracy(SmallTrainer.task());
        double normalized = accuracy(SmallNormalizedTrainer.task());
        assertThat(alone).isAtMost(CHANCE + 0.01);
        assertThat(normalized).isGreaterThan(0.5);
        double largeAlone = accuracy(LargeTrainer.task());
        double largeNormalized = accuracy(LargeNormalizedTrainer.task());
        assertThat(largeAlone).isLessThan(0.4);
        assertThat(largeNormalized).isGreaterThan(0.6);
        Readme.tells("batch_norm.nn", alone, normalized, largeAlone, largeNormalized);
    }
}
