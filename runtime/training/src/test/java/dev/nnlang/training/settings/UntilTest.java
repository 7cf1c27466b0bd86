package dev.nnlang.training.settings;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTest {

    private record State(int epoch, long step, Duration elapsed, Map<String, Double> metrics, int epochsSinceBest)
            implements RunState {
        @Override
        public OptionalDouble metric(String name) {
            return metrics.containsKey(name) ? OptionalDouble.of(metrics.get(name)) : OptionalDouble.empty();
        }

        @Override
        public int epochsSinceBest(String metric) {
            return epochsSinceBest;
        }

        @Override
        public int plateaus(String metric, int epochs) {
            return epochsSinceBest / epochs;
        }
    }

    private static final State NOW =
            new State(20, 400, Duration.ofSeconds(90), Map.of("validation.accuracy", 0.97, "train.loss", 0.5), 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validation.accuracy >= 0.97 or epoch = 200",
                "no_improvement(validation.loss, epochs: 5) or epoch = 20 or time > 30min",
                "(train.loss < 0.001 or step >= 100) and epoch > 3",
                "time > 2h",
                "validation.recall(Iris-setosa) >= 0.9 or no_improvement(validation.top_k(3), epochs: 2) and step > 5",
                "time > 1.5s and train.loss <= 1e-4",
            })
    void printsWhatItReads(String text) {
        assertThat(Until.parse(text).toString()).isEqualTo(text);
    }

    @Test
    void isBuiltInJava() {
        Until until = Until.metric("validation.accuracy")
                .atLeast(0.97)
                .or(Until.noImprovement("validation.loss", 5).and(Until.time(Duration.ofMinutes(2))));
        assertThat(until.toString())
                .isEqualTo("validation.accuracy >= 0.97 or no_improvement(validation.loss, epochs: 5) and time > 2min");
        assertThat(until.metrics())
                .containsExactly("validation.accuracy", "validation.loss")
                .inOrder();
        assertThat(until.countsSteps()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "epoch = 20, true",
        "epoch = 19, true",
        "epoch = 21, false",
        "epoch > 20, false",
        "step >= 400, true",
        "time > 1min, true",
        "time > 90s, false",
        "validation.accuracy >= 0.97, true",
        "validation.accuracy > 0.97, false",
        "validation.accuracy = 0.9, false",
        "train.loss < 0.6 and epoch = 20, true",
        "train.loss < 0.6 and epoch = 21, false",
        "validation.loss < 100, false",
        "validation.loss > 0, false",
        "'no_improvement(validation.loss, epochs: 4)', true",
        "'no_improvement(validation.loss, 5)', false"
    })
    void isMetWhenItHolds(String text, boolean met) {
        assertThat(Until.parse(text).met(NOW).isPresent()).isEqualTo(met);
    }

    @Test
    void namesThePartThatWasMet() {
        assertThat(Until.parse("epoch = 200 or validation.accuracy >= 0.9").met(NOW))
                .hasValue("validation.accuracy >= 0.9");
    }

    @ParameterizedTest
    @CsvSource({
        "epoch = 20 or train.loss < 1, 20",
        "epoch > 20 or epoch = 30, 21",
        "epoch = 20 and train.loss < 1, -1",
        "epoch = 20 and epoch = 30, 30",
        "epoch < 3, -1"
    })
    void knowsTheLastEpochThereCanBe(String text, int limit) {
        assertThat(Until.parse(text).epochLimit().orElse(-1)).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch 20                     | expected =, >=, >, <= or < after epoch, but found `20` in `epoch 20`",
                "epoch =                      | expected a number, but found the end in `epoch =`",
                "epoch = 20 or                | expected epoch, step, time or a metric, but found the end",
                "epoch = 20s                  | expected a number without unit, but found `20s`",
                "time > 20                    | expected a time in s, min or h, but found `20`",
                "(epoch = 2                   | expected `)`, but found the end",
                "epoch = 2 epoch = 3          | expected `or`, `and` or the end, but found `epoch`",
                "epoch = 2 ; step = 3         | expected a condition, but found `; step = 3`",
                "no_improvement(train.loss,0) | expected a whole number of epochs, but found `0`",
                "epoch = 1.2.3                | expected a number, but found `1.2.3`",
                "''                           | expected epoch, step, time or a metric, but found the end in ``",
            })
    void saysWhatIsWrong(String text, String expected) {
        SettingException problem = assertThrows(SettingException.class, () -> Until.parse(text));
        assertThat(problem).hasMessageThat().startsWith("until: " + expected);
    }
}
