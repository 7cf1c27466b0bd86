package dev.nnlang.training.settings;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void takesEverySettingAsText() {
        Settings settings = Settings.defaults()
                .with("rate", "0.05")
                .with("batch", "all")
                .with("seed", "-7")
                .with("until", "validation.accuracy >= 0.97 or epoch = 50")
                .with("source", "other.csv")
                .with("test", "test.csv")
                .with("base", "data")
                .with("out", "models")
                .with("from", "old.safetensors")
                .with("watch", "loss, confusion")
                .with("threads", "3");
        assertThat(settings)
                .isEqualTo(Settings.defaults()
                        .rate(0.05)
                        .batch(Settings.ALL_ROWS)
                        .seed(-7)
                        .until(Until.metric("validation.accuracy").atLeast(0.97).or(Until.epoch(50)))
                        .source("other.csv")
                        .test("test.csv")
                        .base(Path.of("data"))
                        .out(Path.of("models"))
                        .from(Path.of("old.safetensors"))
                        .watch(List.of("loss", "confusion"))
                        .threads(3));
        assertThat(Settings.defaults().with("epochs", "20").until()).isEqualTo(Until.epoch(20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate   | fast     | rate: expected a number of at least 0, or a schedule as in the language, but found `fast`",
                "rate   | -1       | rate: expected a number of at least 0, or a schedule as in the language, but found `-1`",
                "rate   | NaN      | rate: expected a number of at least 0, or a schedule as in the language, but found `NaN`",
                "batch  | 0        | batch: expected a whole number above 0, or all, but found `0`",
                "seed   | 1.5      | seed: expected a whole number, but found `1.5`",
                "epochs | -1       | epochs: expected a whole number, but found `-1`",
                "watch  | lots     | watch: expected names of metrics, but found `lots`",
                "until  | now      | until: expected =, >=, >, <= or < after now, but found the end in `now`",
            })
    void saysWhatWasExpected(String name, String value, String message) {
        SettingException problem =
                assertThrows(SettingException.class, () -> Settings.defaults().with(name, value));
        assertThat(problem).hasMessageThat().isEqualTo(message);
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        SettingException problem =
                assertThrows(SettingException.class, () -> Settings.defaults().with("epoch", "3"));
        assertThat(problem)
                .hasMessageThat()
                .isEqualTo("there is no setting `epoch` (did you mean `epochs`?); there are rate, batch, seed, until,"
                        + " epochs, source, test, base, out, from, watch, threads");
    }
}
