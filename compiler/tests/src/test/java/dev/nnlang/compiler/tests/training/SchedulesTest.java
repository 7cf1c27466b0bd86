package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.training.settings.Schedule;
import dev.nnlang.training.settings.Settings;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule means the same in a file and as a setting when training starts. */
class SchedulesTest {

    private static final double[] TIMES =
            DoubleStream.iterate(0, t -> t + 0.25).limit(100).toArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.05",
                "constant(0.1, warmup: 0.5)",
                "step(0.1, epochs: 5)",
                "step(0.1, epochs: 5, factor: 0.3, warmup: 2)",
                "exponential(0.1, factor: 0.9)",
                "cosine(0.05, epochs: 20, warmup: 1)",
                "cosine(0.05, epochs: 20, end: 0.01)",
                "polynomial(0.1, epochs: 10)",
                "polynomial(0.1, epochs: 10, power: 2, end: 0.05)",
                "one_cycle(0.1, epochs: 20)",
                "one_cycle(0.1, epochs: 20, rise: 0.4)",
            })
    void meansTheSameInAFileAndAsASetting(String text) throws ReflectiveOperationException {
        Schedule compiled = settings(text).rate();
        Schedule set = Settings.defaults().with("rate", text).rate();

        assertThat(rates(compiled))
                .usingExactEquality()
                .containsExactly(rates(set))
                .inOrder();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reduce_on_plateau(0.1, train.loss, epochs: 3)",
                "reduce_on_plateau(0.1, train.loss, epochs: 3, factor: 0.5, warmup: 1)",
            })
    void readsTheSameMetric(String text) throws ReflectiveOperationException {
        assertThat(settings(text).rate())
                .isEqualTo(Settings.defaults().with("rate", text).rate());
    }

    private static Settings settings(String rate) throws ReflectiveOperationException {
        String text = """
                data Rows {
                  input  x: real
                  target y: real
                }
                network Net for Rows { x -> dense(1) -> y }
                train Net { loss: mean_squared_error optimizer: adam(rate: %s) until: epoch = 1 }
                """.formatted(rate);
        Compilation compilation = Compiled.compile("schedule.nn", text, Options.DEFAULT);
        Class<?> trainer = JavaClasses.compile(compilation.files()).load("NetTrainer");
        return (Settings) trainer.getMethod("settings").invoke(null);
    }

    private static double[] rates(Schedule schedule) {
        return DoubleStream.of(TIMES).map(t -> schedule.rate(t, null)).toArray();
    }
}
