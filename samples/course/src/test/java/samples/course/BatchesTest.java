package samples.course;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.network.Trainable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gradient descent, stochastic gradient descent, and what lies between. */
class BatchesTest {
    private static final List<String> FILES = List.of("gradient_all.nn", "gradient_few.nn", "gradient_one.nn");

    @Test
    void theFilesDifferInBatchOnly() throws Exception {
        List<List<String>> sources = new ArrayList<>();
        for (String file : FILES) {
            sources.add(Files.readAllLines(Path.of("src/main/nn", file)));
        }
        for (List<String> source : sources) {
            assertThat(lines(source, false)).isEqualTo(lines(sources.get(0), false));
        }
        assertThat(sources.stream().flatMap(source -> lines(source, true).stream()))
                .containsExactly("  batch:     all", "  batch:     8", "  batch:     1")
                .inOrder();
    }

    /** The line that sets the batch, or all others but the package: two files of one would become the same classes. */
    private static List<String> lines(List<String> source, boolean ofBatch) {
        return source.stream()
                .filter(line -> !line.startsWith("package ") && line.startsWith("  batch:") == ofBatch)
                .toList();
    }

    @Test
    void soDoTheTrainersThatTheyBecome() throws Exception {
        String all = generated("all");
        assertThat(all).contains(".batch(Settings.ALL_ROWS)");
        assertThat(generated("few")).isEqualTo(all.replace("(Settings.ALL_ROWS)", "(8)"));
        assertThat(generated("one")).isEqualTo(all.replace("(Settings.ALL_ROWS)", "(1)"));
    }

    /** Without the names of package and file. */
    private static String generated(String which) throws Exception {
        Path trainer = Path.of("target/generated-sources/nn/samples/course", which, "VintnerTrainer.java");
        return Files.readString(trainer)
                .replace("samples.course." + which, "samples.course")
                .replace("gradient_" + which + ".nn", "gradient.nn");
    }

    @Test
    void theFewerRowsAStepTheMoreStepsAndTheRougherTheWay() throws Exception {
        List<Double> all = losses(samples.course.all.VintnerTrainer.task());
        List<Double> some = losses(samples.course.few.VintnerTrainer.task());
        List<Double> one = losses(samples.course.one.VintnerTrainer.task());
        assertThat(some.get(0)).isEqualTo(all.get(0));
        assertThat(one.get(0)).isEqualTo(all.get(0));
        assertThat(rises(all)).isEqualTo(0);
        assertThat(rises(some)).isGreaterThan(0);
        assertThat(rises(one)).isGreaterThan(5 * rises(some));
        Readme.tells("gradient_all.nn", all.size() - 1, rises(all), last(all));
        Readme.tells("gradient_few.nn", some.size() - 1, rises(some), last(some));
        Readme.tells("gradient_one.nn", one.size() - 1, rises(one), last(one));
    }

    /** The loss of all training rows before the first step and after each. */
    private static List<Double> losses(TrainingTask task) throws Exception {
        Trainable<float[]> judge = Look.atStart(task);
        List<Trainable<float[]>> learner = new ArrayList<>();
        TrainingTask followed = new TrainingTask(
                task.network(),
                task.data(),
                batch -> {
                    learner.add(task.trainer().apply(batch));
                    return learner.get(0);
                },
                task.settings(),
                task.metadata());
        List<Double> losses = new ArrayList<>(List.of(judge.evaluate(judge.batch())));
        Training.run(followed, Look.settings(task), new TrainingListener() {
            @Override
            public void step(int rows) {
                copyWeights(learner.get(0), judge);
                losses.add(judge.evaluate(judge.batch()));
            }
        });
        return losses;
    }

    private static void copyWeights(Trainable<float[]> from, Trainable<float[]> to) {
        for (int i = 0; i < from.parameters().size(); i++) {
            float[] values = from.parameters().get(i).values();
            System.arraycopy(values, 0, to.parameters().get(i).values(), 0, values.length);
        }
    }

    /** The share of steps after which the loss is higher than before. */
    private static double rises(List<Double> losses) {
        return IntStream.range(1, losses.size())
                        .filter(i -> losses.get(i) > losses.get(i - 1))
                        .count()
                / (losses.size() - 1.0);
    }

    private static double last(List<Double> losses) {
        return losses.get(losses.size() - 1);
    }
}
