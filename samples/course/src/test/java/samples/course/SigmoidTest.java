package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Settings;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samples.course.centred.SigmoidTrainer;
import samples.course.centred.TanhTrainer;
import samples.course.saturated.AwakeTrainer;
import samples.course.saturated.SaturatedTrainer;

class SigmoidTest {
    private static final int UNITS = 20;
    private static final int SECOND_LAYER = 50;

    @Test
    void aSaturatedSigmoidPassesNoGradientBack() throws Exception {
        Trainable<float[]> saturated = Look.atStart(SaturatedTrainer.task());
        Trainable<float[]> awake = Look.atStart(AwakeTrainer.task());
        double share = Look.saturation(saturated.activations().get(0));
        long untaught = Look.untaught(saturated, "dense1.weight", UNITS);
        assertThat(share).isGreaterThan(0.99);
        assertThat(untaught).isAtLeast(UNITS - 1);
        assertThat(Look.untaught(awake, "dense1.weight", UNITS)).isEqualTo(0);
        // What comes from the loss is there: it is the sigmoid that lets nothing through.
        assertThat(Look.untaught(saturated, "dense2.weight", 3)).isEqualTo(0);
        Readme.tells("saturated_sigmoid.nn", share, untaught, 0);
    }

    @Test
    void sigmoidIsNotZeroCentredAndTanhIs() throws Exception {
        float[] sigmoid = Look.activation(Look.atStart(SigmoidTrainer.task()), 1);
        float[] tanh = Look.activation(Look.atStart(TanhTrainer.task()), 1);
        assertThat(Look.mean(sigmoid)).isWithin(0.05).of(0.5);
        assertThat(Look.mean(tanh)).isWithin(0.05).of(0);
        double sigmoidOneSided = oneSided(SigmoidTrainer.task());
        double tanhOneSided = oneSided(TanhTrainer.task());
        assertThat(sigmoidOneSided).isEqualTo(1);
        assertThat(tanhOneSided).isEqualTo(0);
        Readme.tells("zero_centred.nn", Look.mean(sigmoid), Look.mean(tanh), sigmoidOneSided, tanhOneSided);
    }

    /** The share of units of the second layer all of whose weights a row would move in one direction. */
    private static double oneSided(TrainingTask task) throws Exception {
        Settings oneRow = Look.settings(task).batch(1);
        Trainable<float[]> network = Training.open(task, oneRow);
        network.gradient(1);
        float[] gradient = Look.gradient(network, "dense2.weight");
        return IntStream.range(0, SECOND_LAYER)
                        .filter(unit -> isOneSided(gradient, unit))
                        .count()
                / (double) SECOND_LAYER;
    }

    private static boolean isOneSided(float[] gradient, int unit) {
        long positive = IntStream.range(0, gradient.length / SECOND_LAYER)
                .filter(k -> gradient[k * SECOND_LAYER + unit] > 0)
                .count();
        return positive == 0 || positive == gradient.length / SECOND_LAYER;
    }
}
