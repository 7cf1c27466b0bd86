package dev.nnlang.training.settings;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as text, and their rates after some epochs. */
class ScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.05                                         | 0 5 50         | 0.05 0.05 0.05
                    constant(0.1, warmup: 4)                     | 0 1 4 9        | 0 0.025 0.1 0.1
                    step(0.8, epochs: 10, factor: 0.5)           | 9.9 10 39      | 0.8 0.4 0.1
                    step(1, 2)                                   | 2 4            | 0.1 0.01
                    exponential(0.8, factor: 0.25)               | 0 0.5 1 2      | 0.8 0.4 0.2 0.05
                    cosine(0.8, epochs: 20)                      | 0 5 10 20 30   | 0.8 0.682842712474619 0.4 0 0
                    cosine(0.8, epochs: 20, end: 0.2, warmup: 5) | 2.5 10 20      | 0.388581929876693 0.5 0.2
                    polynomial(0.8, 10)                          | 0 5 10 11      | 0.8 0.4 0 0
                    polynomial(0.9, 10, power: 2, end: 0.1)      | 5 10           | 0.3 0.1
                    one_cycle(0.5, epochs: 10)                   | 0 1.5 3 6.5 10 | 0.02 0.26 0.5 0.250001 0.000002
                    one_cycle(0.5, epochs: 10, rise: 0.5)        | 2.5 5          | 0.26 0.5
                    """)
    void givesRates(String text, String times, String rates) {
        Schedule schedule = Settings.defaults().with("rate", text).rate();

        double[] found = numbers(times);
        for (int i = 0; i < found.length; i++) {
            found[i] = schedule.rate(found[i], null);
        }
        assertThat(found).usingTolerance(1e-12).containsExactly(numbers(rates)).inOrder();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cosine(0.1)",
                "cosine(0, epochs: 5)",
                "cosine(0.1, epoch: 5)",
                "constant(1, 2, 3)",
                "step(1, 2, x)"
            })
    void refusesWhatIsNone(String text) {
        assertThat(assertThrows(
                        SettingException.class, () -> Settings.defaults().with("rate", text)))
                .hasMessageThat()
                .isEqualTo("rate: expected a number of at least 0, or a schedule as in the language, but found `" + text
                        + "`");
    }

    /** The rules of the language hold for settings too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cosine(0.1, epochs: 5, end: 1) | rate: end: expected a rate below 0.1, but found `1`",
                "one_cycle(0.1, epochs: 5, rise: 1.5) | rate: rise: expected a number between 0 and 1, but found `1.5`",
                "step(0.1, epochs: 2, factor: 3) | rate: factor: expected a number between 0 and 1, but found `3`",
                "cosine(0.1, epochs: 2, warmup: 3) | rate: warmup: expected fewer than the 2 epochs of the schedule, but"
                        + " found `3`",
            })
    void refusesWhatTheLanguageDoes(String text, String message) {
        assertThat(assertThrows(
                        SettingException.class, () -> Settings.defaults().with("rate", text)))
                .hasMessageThat()
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = "cosin(0.1, epochs: 5)")
    void suggestsASchedule(String text) {
        assertThat(assertThrows(
                        SettingException.class, () -> Settings.defaults().with("rate", text)))
                .hasMessageThat()
                .startsWith("rate: there is no schedule `cosin` (did you mean `cosine`?); there are constant, ");
    }
}
