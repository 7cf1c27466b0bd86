package dev.nnlang.training.console;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Epoch;
import dev.nnlang.training.metrics.ActivationMetrics;
import dev.nnlang.training.metrics.ClassScores;
import dev.nnlang.training.metrics.ConfusionMatrix;
import dev.nnlang.training.metrics.DistanceScores;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.settings.Schedule;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EpochLineTest {
    private static final Settings SETTINGS = Settings.defaults().until(Until.epoch(200));
    private static final List<String> PACE = List.of("12 s left", "1.2 M rows/s");

    private static Metrics metrics(double loss) {
        ConfusionMatrix confusion = new ConfusionMatrix(List.of("a", "b"), new int[][] {{20, 1}, {0, 23}});
        return new Metrics(44, loss, Optional.of(new ClassScores(confusion, new int[] {43, 1}, 1)), Optional.empty());
    }

    private static final Epoch EPOCH = new Epoch(37, 259, 0.1, metrics(0.0712), Optional.of(metrics(0.0893)));

    @Test
    void fillsAWideTerminal() {
        Screen wide = new Screen(true, false, 100);
        assertThat(new EpochLine(SETTINGS).drawn(38, 0.5, Optional.of(EPOCH), PACE, wide))
                .isEqualTo("epoch  38/200 ━━━     loss 0.0712  validation loss 0.0893  accuracy 0.9773"
                        + "  12 s left  1.2 M rows/s");
    }

    @Test
    void leavesOutWhatDoesNotFit() {
        for (int width = 30; width <= 100; width++) {
            Screen screen = new Screen(true, false, width);
            String line = new EpochLine(SETTINGS).drawn(38, 0.5, Optional.of(EPOCH), PACE, screen);
            assertThat(line.length()).isLessThan(width);
            assertThat(line).startsWith("epoch  38/200 ━━━");
        }
        String usual = new EpochLine(SETTINGS).drawn(200, 1, Optional.of(EPOCH), PACE, new Screen(true, true, 80));
        assertThat(usual)
                .isEqualTo("epoch 200/200 \u001b[32m━━━━━━━━━━━\u001b[0m"
                        + "  loss 0.0712  validation loss 0.0893  accuracy 0.9773");
    }

    @Test
    void showsARateThatChanges() {
        Settings settings = SETTINGS.rate(Schedule.cosine(0.1, 20, 0)).until(Until.step(10));
        assertThat(new EpochLine(settings).plain(EPOCH, 950))
                .isEqualTo("epoch 37  rate 0.10  loss 0.0712  validation loss 0.0893  accuracy 0.9773  950 rows/s");
    }

    @Test
    void showsARegressionsErrorIfItIsWatched() {
        Metrics metrics =
                new Metrics(10, 0.00051, Optional.empty(), Optional.of(new DistanceScores(40, 2900.12345, 0.5)));
        Epoch epoch = new Epoch(1, 1, 0.1, metrics, Optional.empty());
        Settings settings = SETTINGS.until(Until.epoch(5)).watch(List.of("mean_squared_error", "r2"));
        assertThat(new EpochLine(settings).plain(epoch, 25_000))
                .isEqualTo("epoch 1/5  loss 5.100e-04  mean_squared_error 2900.1235  r2 0.5000  25 k rows/s");
    }

    @Test
    void showsWhatIsSeenInsideTheNetwork() {
        ActivationMetrics learning =
                new ActivationMetrics(OptionalDouble.of(0.9), OptionalDouble.empty(), OptionalDouble.of(0.125));
        ActivationMetrics validating =
                new ActivationMetrics(OptionalDouble.of(0.75), OptionalDouble.empty(), OptionalDouble.empty());
        Metrics train = metrics(0.0712).with(learning);
        Epoch epoch = new Epoch(37, 259, 0.1, train, Optional.of(metrics(0.0893).with(validating)));
        Settings settings = SETTINGS.watch(List.of("saturation", "dead_units", "gradient_norm"));
        assertThat(new EpochLine(settings).plain(epoch, 950))
                .isEqualTo("epoch  37/200  loss 0.0712  validation loss 0.0893  accuracy 0.9773"
                        + "  saturation 0.7500  gradient_norm 0.1250  950 rows/s");
    }

    @Test
    void estimatesTheTimeLeft() {
        EpochLine line = new EpochLine(SETTINGS);
        assertThat(line.left(50, Duration.ofSeconds(10))).isEqualTo(Optional.of(Duration.ofSeconds(30)));
        assertThat(Figures.left(Duration.ofSeconds(119))).isEqualTo("119 s left");
        assertThat(Figures.left(Duration.ofMinutes(59))).isEqualTo("59 min left");
        assertThat(Figures.left(Duration.ofMinutes(80))).isEqualTo("1 h 20 min left");
    }
}
