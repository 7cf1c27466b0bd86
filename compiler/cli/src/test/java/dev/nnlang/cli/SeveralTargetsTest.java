package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with several outputs, from its text to the answers. */
class SeveralTargetsTest {

    /** What something weighs is left out: nobody predicts it here but the second network. */
    private static final String TEXT = """
            data Thing {
              input  x, y: real
              target sum: real -> standardize
              target side: one of left, right
              target pair: real[2]
              target weight: real

              source: csv("things.csv")
              split:  random(train: 70%, validation: 15%, test: 15%)
            }

            network Both for Thing {
              let trunk = input -> dense(16) -> tanh -> dropout(0.01)
              trunk -> dense(1) -> sum
              trunk -> dense(classes) -> softmax -> side
              trunk -> dense(2) -> pair
            }

            network Heavy for Thing {
              input -> dense(1) -> weight
            }

            train Both {
              loss:      mean_squared_error(sum) + 2 * cross_entropy(side) + 0.5 * mean_squared_error(pair)
              optimizer: adam(rate: 0.01)
              until:     validation.sum.r2 >= 0.99 and validation.side.accuracy >= 0.9 or epoch = 300
              watch:     side.confusion, side.f1, sum.r2, pair.loss
            }
            """;

    @TempDir
    private static Path folder;

    private static CommandRun training;

    @BeforeAll
    static void train() throws IOException {
        StringBuilder rows = new StringBuilder("x,y,sum,side,pair,pair_1,weight\n");
        for (int i = 0; i < 400; i++) {
            double x = Math.sin(i * 12.9898);
            double y = Math.sin(i * 78.233);
            rows.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%.4f,%s,%.4f,%.4f,1%n",
                    x,
                    y,
                    100 * (x + y),
                    x < y ? "left" : "right",
                    x,
                    -y));
        }
        Files.writeString(folder.resolve("things.csv"), rows);
        Path file = Files.writeString(folder.resolve("things.nn"), TEXT);
        training = CommandRun.of("train", file, "--out", folder);
    }

    @Test
    void trainingStopsByTheMetricsOfBothAndTellsThem() {
        assertThat(training.exitCode()).isEqualTo(0);
        assertThat(training.err()).contains("validation.sum.r2 >= 0.99 and validation.side.accuracy >= 0.9; keeping");
        assertThat(training.err())
                .containsMatch("epoch +1/300  loss .*  side.accuracy [01]\\..*  side.f1 [01]\\..*  pair.loss ");
        assertThat(training.out()).contains("side\nactual");
        assertThat(training.out()).containsMatch("test sum.r2 0\\.9");
        assertThat(training.out()).containsMatch("test pair mean squared error .* in the square of the data's units");
        assertThat(training.outLines().get(training.outLines().size() - 1))
                .matches("test loss .*, sum loss .*, side accuracy (0\\.9|1).* \\(.* of 60\\), pair loss .*");
    }

    @Test
    void predictionsAreAGroupOfColumnsForEachTarget() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "x,y\n0.5,-0.5\n-0.6,0.7\n");

        List<String> lines = CommandRun.of("predict", folder.resolve("both.safetensors"), rows)
                .outLines();

        assertThat(lines.get(0)).isEqualTo("sum,side,side.left,side.right,pair.0,pair.1");
        String[] first = lines.get(1).split(",");
        assertThat(Double.parseDouble(first[0])).isWithin(40).of(0);
        assertThat(first[1]).isEqualTo("right");
        assertThat(Double.parseDouble(first[2]) + Double.parseDouble(first[3]))
                .isWithin(1e-5)
                .of(1);
        assertThat(lines.get(2)).contains(",left,");
    }
}
