package dev.nnlang.compiler.tests.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that stream by, a few of them in memory at a time. */
class StreamsTest {

    private static final String CIRCLE = """
            data Point {
              input  x: real -> impute(mean) -> standardize
              input  y: real -> scale(-1..1)
              input  colour: one of red, blue
              target place: one of inside, outside

              source:  csv("points.csv", header: false)
              split:   random(train: 70%, validation: 15%, test: 15%)
              missing: drop
              balance: classes
              stream:  100
            }

            network Circle for Point {
              input -> dense(16) -> tanh -> dense(classes) -> softmax -> place
            }

            train Circle {
              loss:      cross_entropy
              optimizer: sgd(rate: 0.1, momentum: 0.9)
              batch:     32
              until:     epoch = 30
            }
            """;

    @TempDir
    Path folder;

    /** A quarter of the points is inside. */
    private void write(String last) throws IOException {
        Random random = new Random(3);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            double x = 4 * random.nextDouble() - 2;
            double y = 4 * random.nextDouble() - 2;
            String shown = i % 50 == 0 ? "" : Double.toString(100 + x);
            String place = x * x + y * y < 1.2 ? "inside" : "outside";
            points.append("%s,%s,%s,%s%n".formatted(shown, y, i % 2 == 0 ? "red" : "blue", place));
        }
        Files.writeString(folder.resolve("points.csv"), points + "101,?,red,inside\n" + last);
    }

    @Test
    void learnsFromMoreRowsThanItKeeps() throws Exception {
        write("");
        Experiment circle = Experiment.of(CIRCLE, folder);

        TrainingResult result = circle.train();

        assertThat(result.part()).isEqualTo("test");
        assertThat(result.metrics().rows()).isGreaterThan(250);
        assertThat(result.metrics().value("recall(inside)").orElseThrow()).isAtLeast(0.85);
        assertThat(result.metrics().accuracy().orElseThrow()).isAtLeast(0.85);
        assertThat(circle.predict(result.model(), "place", 100f, 0f, "RED")).isEqualTo("inside");
        assertThat(circle.predict(result.model(), "place", 101.9f, 1.9f, "BLUE"))
                .isEqualTo("outside");
    }

    @Test
    void makesTheSameBitsOfTheSameSeed() throws Exception {
        write("");
        Experiment circle = Experiment.of(CIRCLE.replace("epoch = 30", "epoch = 2"), folder);

        byte[] once = Experiment.bytes(circle.train().model());

        assertThat(Experiment.bytes(circle.train().model())).isEqualTo(once);
        assertThat(Experiment.bytes(circle.train("seed=2").model())).isNotEqualTo(once);
    }

    /** The statistics are those of the rows in memory, up to rounding, when both train on all rows. */
    @Test
    void fitsWhatAllRowsTogetherWouldFit() throws Exception {
        write("");
        String all =
                CIRCLE.replaceAll("split: .*", "split:   random(train: 100%)").replace("epoch = 30", "epoch = 1");

        ModelFile streamed = Experiment.of(all, folder).train().model();
        ModelFile together = Experiment.of(all.replaceAll(" *stream: .*", ""), folder)
                .train()
                .model();

        for (String statistic : new String[] {
            "x.impute.value", "x.standardize.mean", "x.standardize.deviation", "y.scale.minimum", "y.scale.maximum"
        }) {
            double expected = together.doubles(statistic, 1)[0];
            assertThat(streamed.doubles(statistic, 1)[0])
                    .isWithin(Math.abs(expected) * 1e-5f)
                    .of(expected);
        }
    }

    @Test
    void findsMistakesBeforeItTrains() throws Exception {
        write("101,0,red,between\n");
        DataException problem = assertThrows(
                DataException.class, () -> Experiment.of(CIRCLE, folder).train());
        assertThat(problem)
                .hasMessageThat()
                .endsWith(
                        ":2002: column `place`: expected one of inside, outside, but found `between`; correct the line"
                                + " or take it out");
    }
}
