package dev.nnlang.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.metrics.ActivationMetrics;
import dev.nnlang.training.network.Activation;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Until;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ActivationScorerTest {
    private static final float[] S_SHAPED = new float[8];
    private static final float[] CHANNELS = new float[16];
    private static final Settings ALL = Settings.defaults().watch(List.of("saturation", "dead_units", "gradient_norm"));

    /** Two rows: a vector of four units of an S-shaped activation, and an image of 2x2 pixels in two channels of a relu. */
    private static final Trainable<float[]> NETWORK = new ShownNetwork(List.of(
            new Activation<>("tanh1", "toy.nn:2 tanh", List.of(4), S_SHAPED, -0.9, 0.9),
            new Activation<>("relu1", "toy.nn:3 relu", List.of(2, 2, 2), CHANNELS, 0, Double.POSITIVE_INFINITY)));

    private static void show(float[] shown, float... values) {
        System.arraycopy(values, 0, shown, 0, values.length);
    }

    @Test
    void countsOutputsAndUnitsOnPlateaus() {
        ActivationScorer scorer = new ActivationScorer(NETWORK, ALL);
        // Unit 0 is alive in one row, 1 never, 2 changes sides and is off neither, 3 is always alive.
        show(S_SHAPED, 0.5f, 0.95f, -0.9f, 0, -0.95f, 0.9f, 1, 0.1f);
        // Channel 0 has one pixel in one row, channel 1 none.
        show(CHANNELS, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        scorer.evaluated(2);
        ActivationMetrics scores = scorer.scores();
        assertThat(scores.saturation().orElseThrow()).isWithin(1e-12).of((5.0 + 15) / 24);
        assertThat(scores.deadUnits().orElseThrow()).isWithin(1e-12).of((2.0 + 1) / 6);
        assertThat(scores.gradientNorm()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void revivesAUnitInALaterBatchAndReadsNoFurtherThanItsRows() {
        ActivationScorer scorer = new ActivationScorer(NETWORK, ALL);
        show(S_SHAPED, 1, 1, 1, 1, 0, 0, 0, 0);
        show(CHANNELS, new float[16]);
        scorer.evaluated(1);
        assertThat(scorer.scores().deadUnits()).isEqualTo(OptionalDouble.of(1));
        show(S_SHAPED, 0, 1, 1, 1);
        scorer.evaluated(1);
        assertThat(scorer.scores().deadUnits()).isEqualTo(OptionalDouble.of(5.0 / 6));
    }

    @Test
    void takesTheMeanLengthOfTheGradients() {
        ActivationScorer scorer = new ActivationScorer(NETWORK, ALL);
        show(NETWORK.parameters().get(0).gradient(), 2, 3);
        show(NETWORK.parameters().get(1).gradient(), 6);
        scorer.stepped(2);
        show(NETWORK.parameters().get(0).gradient(), 0, 0);
        show(NETWORK.parameters().get(1).gradient(), -1);
        scorer.stepped(2);
        assertThat(scorer.scores().gradientNorm()).isEqualTo(OptionalDouble.of((7.0 + 1) / 2));
    }

    @Test
    void asksForGradientsThatAStepUsesUp() {
        ShownNetwork network = new ShownNetwork(List.of(), false);
        ActivationScorer scorer = new ActivationScorer(network, ALL);
        show(network.parameters().get(0).gradient(), 2, 3);
        show(network.parameters().get(1).gradient(), 6);
        scorer.stepping(2);
        show(network.parameters().get(1).gradient(), 0);
        scorer.stepped(2);
        assertThat(network.asked()).isEqualTo(1);
        assertThat(scorer.scores().gradientNorm()).isEqualTo(OptionalDouble.of(7));
        scorer = new ActivationScorer(network, Settings.defaults());
        scorer.stepping(2);
        assertThat(network.asked()).isEqualTo(1);
    }

    @Test
    void measuresOnlyWhatIsAskedFor() {
        Settings stopping = Settings.defaults().until(Until.parse("validation.dead_units > 0.5"));
        ActivationScorer scorer = new ActivationScorer(NETWORK, stopping);
        scorer.stepped(2);
        assertThat(scorer.scores().deadUnits()).isNotEqualTo(OptionalDouble.empty());
        assertThat(scorer.scores().gradientNorm()).isEqualTo(OptionalDouble.empty());
        ActivationScorer indifferent = new ActivationScorer(NETWORK, Settings.defaults());
        indifferent.stepped(2);
        assertThat(indifferent.scores().saturation()).isEqualTo(OptionalDouble.empty());
    }
}
