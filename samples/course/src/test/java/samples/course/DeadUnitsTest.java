package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.TrainingTask;
import java.util.List;
import org.junit.jupiter.api.Test;
import samples.course.dead.EluTrainer;
import samples.course.dead.LeakyReluTrainer;
import samples.course.dead.PreluTrainer;
import samples.course.dead.ReluTrainer;

class DeadUnitsTest {
    private static final int UNITS = 100;
    private static final String WEIGHT = "hidden1Dense1.weight";

    /** The weights are the same under all four: it is the activation that kills, or does not. */
    @Test
    void othersKeepAliveWhatReluKills() throws Exception {
        TrainingTask relu = ReluTrainer.task();
        long dead = Look.untaught(Look.atStart(relu), WEIGHT, UNITS);
        assertThat(dead).isGreaterThan(UNITS / 4);
        long deadForGood = untaughtAfterTraining(relu);
        assertThat(deadForGood).isAtLeast(dead);
        for (TrainingTask other : List.of(LeakyReluTrainer.task(), PreluTrainer.task(), EluTrainer.task())) {
            assertThat(Look.untaught(Look.atStart(other), WEIGHT, UNITS)).isEqualTo(0);
            assertThat(untaughtAfterTraining(other)).isEqualTo(0);
        }
        Readme.tells("dead_units.nn", dead, deadForGood, 0);
    }

    /** {@code watch: dead_units} counts what no gradient reaches, while weights still move. */
    private static long untaughtAfterTraining(TrainingTask task) throws Exception {
        TrainingResult trained = Look.train(task);
        long untaught = Look.untaught(Look.at(task, trained.model()), WEIGHT, UNITS);
        double watched = trained.kept().metric("train.dead_units").orElseThrow();
        assertThat(watched * UNITS).isWithin(2).of(untaught);
        return untaught;
    }
}
