package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.network.Trainable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the spread of values on their way through ten layers. */
class InitialWeightsTest {
    private static final int LAYERS = 10;

    private static double[] deviations(TrainingTask task) throws Exception {
        Trainable<float[]> network = Look.atStart(task);
        assertThat(network.activations()).hasSize(LAYERS);
        return network.activations().stream()
                .mapToDouble(activation -> Look.deviation(activation.values()))
                .toArray();
    }

    @Test
    void smallWeightsShrinkActivationsToNothing() throws Exception {
        double[] deviations = deviations(samples.course.small.SmallTrainer.task());
        for (int layer = 1; layer < LAYERS; layer++) {
            assertThat(deviations[layer]).isLessThan(deviations[layer - 1] / 100);
        }
        assertThat(deviations[LAYERS - 1]).isLessThan(1e-20);
        Readme.tells("small_weights.nn", deviations[0], deviations[LAYERS - 1]);
    }

    @Test
    void largeWeightsSaturateThem() throws Exception {
        Trainable<float[]> network = Look.atStart(samples.course.large.LargeTrainer.task());
        double[] saturated =
                network.activations().stream().mapToDouble(Look::saturation).toArray();
        float[] last = Look.activation(network, LAYERS);
        double ones = IntStream.range(0, last.length)
                        .filter(i -> Math.abs(last[i]) == 1)
                        .count()
                / (double) last.length;
        for (double share : saturated) {
            assertThat(share).isGreaterThan(0.9);
        }
        assertThat(ones).isGreaterThan(0.9);
        Readme.tells("large_weights.nn", saturated[0], saturated[LAYERS - 1], ones);
    }

    @Test
    void xavierKeepsTheirSpread() throws Exception {
        double[] deviations = deviations(samples.course.xavier.XavierTrainer.task());
        for (int layer = 1; layer < LAYERS; layer++) {
            assertThat(deviations[layer]).isGreaterThan(0.75 * deviations[layer - 1]);
        }
        assertThat(deviations[LAYERS - 1]).isGreaterThan(0.2);
        Readme.tells("xavier.nn", deviations[0], deviations[LAYERS - 1]);
    }

    @Test
    void underReluXavierFadesAndHeDoesNot() throws Exception {
        double[] xavier = deviations(samples.course.he.XavierTrainer.task());
        double[] he = deviations(samples.course.he.HeTrainer.task());
        assertThat(xavier[LAYERS - 1]).isLessThan(xavier[0] / 10);
        for (double deviation : he) {
            assertThat(deviation).isWithin(0.3).of(he[0]);
        }
        Readme.tells("xavier_and_he.nn", xavier[0], xavier[LAYERS - 1], he[0], he[LAYERS - 1]);
    }
}
