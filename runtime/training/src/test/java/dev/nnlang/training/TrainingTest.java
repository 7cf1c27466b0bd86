package dev.nnlang.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.Standardize;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Schedule;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Settings SETTINGS = ToyTask.TASK.settings();

    @TempDir
    Path directory;

    private static TrainingResult train(Settings settings) throws Exception {
        return Training.run(ToyTask.TASK, settings, ToyTask.points(200), TrainingListener.silent());
    }

    @Test
    void learns() throws Exception {
        TrainingResult result = train(SETTINGS.until(Until.epoch(30)));
        assertThat(result.part()).isEqualTo("test");
        assertThat(result.metrics().accuracy().orElseThrow()).isAtLeast(0.95);
        assertThat(result.summary()).matches("test accuracy [01]\\.\\d{4} \\(\\d+ of 40\\)");
        assertThat(result.epochs().get(0).validation().orElseThrow().rows()).isEqualTo(40);
        assertThat(result.epochs().get(0).train().rows()).isEqualTo(120);
    }

    @Test
    void dependsOnTheSeedAlone() throws Exception {
        byte[] model = train(SETTINGS).model().bytes();
        assertThat(train(SETTINGS).model().bytes()).isEqualTo(model);
        assertThat(train(SETTINGS.seed(2)).model().bytes()).isNotEqualTo(model);
    }

    @Test
    void takesShortLastBatchesAndAllRowsAtOnce() throws Exception {
        assertThat(batches(SETTINGS.batch(50).until(Until.epoch(2))))
                .containsExactly(50, 50, 20, 50, 50, 20)
                .inOrder();
        assertThat(batches(SETTINGS.batch(Settings.ALL_ROWS).until(Until.epoch(2))))
                .containsExactly(120, 120);
        assertThat(batches(SETTINGS.batch(1000).until(Until.step(1)))).containsExactly(120);
    }

    private static List<Integer> batches(Settings settings) throws Exception {
        List<Integer> batches = new ArrayList<>();
        Training.run(ToyTask.TASK, settings, ToyTask.points(200), new TrainingListener() {
            @Override
            public void step(int rows) {
                batches.add(rows);
            }
        });
        return batches;
    }

    @Test
    void stopsInTheMiddleOfAnEpochIfStepsAreCounted() throws Exception {
        TrainingResult result = train(SETTINGS.until(Until.step(11)));
        assertThat(result.reason()).isEqualTo("step = 11");
        assertThat(result.epochs()).hasSize(2);
        assertThat(result.epochs().get(1).steps()).isEqualTo(11);
        assertThat(result.epochs().get(1).train().rows()).isEqualTo(120 - 5 * 16 + 8);
    }

    @Test
    void keepsTheEpochThatIsBestOnTheValidationRows() throws Exception {
        // A rate that overshoots makes the loss go up and down.
        Settings wild = SETTINGS.rate((t, run) -> 2 <= t && t < 3 ? 0.5 : 20);
        TrainingResult byLoss = train(wild.until(Until.epoch(12)));
        double best = byLoss.epochs().stream()
                .mapToDouble(epoch -> epoch.metric("validation.loss").orElseThrow())
                .min()
                .orElseThrow();
        assertThat(byLoss.kept().metric("validation.loss")).isEqualTo(OptionalDouble.of(best));
        assertThat(byLoss.kept().number()).isLessThan(12);
        TrainingResult until = train(wild.until(Until.epoch(byLoss.kept().number())));
        assertThat(byLoss.model().bytes()).isEqualTo(until.model().bytes());
    }

    @Test
    void keepsTheLastEpochWithoutValidationRows() throws Exception {
        TrainingTask task =
                new TrainingTask("Toy", ToyTask.POINT.split(Split.none()), ToyTask.TASK.trainer(), SETTINGS, Map.of());
        Table table = copyOf(ToyTask.points(50), task);
        TrainingResult result = Training.run(task, SETTINGS, table, TrainingListener.silent());
        assertThat(result.kept().number()).isEqualTo(5);
        assertThat(result.part()).isEqualTo("train");
        assertThat(result.summary()).startsWith("train accuracy ");
    }

    private static Table copyOf(Table points, TrainingTask task) {
        Table.Builder table = Table.of(task.data());
        for (int i = 0; i < points.rows(); i++) {
            String side = points.labels("side")[i] == 0 ? "below" : "above";
            table.row(points.reals("x")[i], points.reals("y")[i], side);
        }
        return table.build();
    }

    @Test
    void goesOnFromAModelFileWithItsOwnStatistics() throws Exception {
        TrainingResult first = train(SETTINGS);
        Path path = directory.resolve("toy.safetensors");
        first.model().write(path);
        Settings onward = SETTINGS.from(path).seed(99).rate(1e-30).until(Until.epoch(1));
        ModelFile second = train(onward).model();
        assertThat(second.floats("dense1.weight", 2, 2)).isEqualTo(first.model().floats("dense1.weight", 2, 2));
        assertThat(second.doubles("x.standardize.mean", 1))
                .isEqualTo(first.model().doubles("x.standardize.mean", 1));
        Settings other = SETTINGS.from(directory.resolve("other.safetensors"));
        ModelFile.builder().network("Other", "").build().write(directory.resolve("other.safetensors"));
        assertThat(assertThrows(ModelFileException.class, () -> train(other)))
                .hasMessageThat()
                .contains("expected a model of network Toy, but found network Other");
    }

    @Test
    void putsEverythingIntoTheModelFile() throws Exception {
        ModelFile model = train(SETTINGS).model();
        assertThat(model.names())
                .containsExactly(
                        "dense1.bias",
                        "dense1.weight",
                        "x.standardize.deviation",
                        "x.standardize.mean",
                        "y.standardize.deviation",
                        "y.standardize.mean");
        assertThat(model.metadata()).containsAtLeast("network", "Toy", "source", "network Toy", "seed", "1");
        model.requireNetwork("Toy", "softmax 2-2");
    }

    @Test
    void scoresRegressionsInTheUnitsOfTheData() throws Exception {
        TrainingResult result = Training.run(
                ToyTask.LINE, ToyTask.LINE.settings(), ToyTask.measurements(400), TrainingListener.silent());
        double error = result.metrics().meanSquaredError().orElseThrow();
        assertThat(error).isWithin(1.5).of(4);
        double deviation = 1
                / (new Reading(result.model()).target().apply(1, 0)
                        - new Reading(result.model()).target().apply(0, 0));
        assertThat(result.metrics().loss() * deviation * deviation)
                .isWithin(1e-3)
                .of(error);
        assertThat(result.summary()).matches("test loss 0\\.\\d{4}");
    }

    private record Reading(ModelFile file) {
        Standardize target() throws ModelFileException {
            return Standardize.read(file, "y", 1);
        }
    }

    @Test
    void saysWhatToDoIfTheLossIsNoNumber() {
        TrainingException problem = assertThrows(TrainingException.class, () -> train(SETTINGS.rate(Float.MAX_VALUE)));
        assertThat(problem).hasMessageThat().startsWith("training diverged in epoch 1: the loss of step ");
        assertThat(problem)
                .hasMessageThat()
                .endsWith("lower the rate (now 3.4028234663852886E38), or standardize the inputs");
    }

    @Test
    void lowersTheRateWheneverNothingImproves() throws Exception {
        // Weights that do not move make every epoch as good as the first.
        Schedule schedule = Schedule.reduceOnPlateau(1e-30, "validation.loss", 2, 0.1);
        TrainingResult result = train(SETTINGS.rate(schedule).until(Until.epoch(8)));
        assertThat(result.epochs().stream().map(epoch -> Math.round(-Math.log10(epoch.rate()))))
                .containsExactly(30L, 30L, 30L, 31L, 31L, 32L, 32L, 33L)
                .inOrder();
        Settings typo = SETTINGS.rate(Schedule.reduceOnPlateau(0.1, "validation.los", 2, 0.1));
        assertThat(assertThrows(SettingException.class, () -> train(typo)))
                .hasMessageThat()
                .contains("but found `validation.los` (did you mean `validation.loss`?)");
    }

    @Test
    void refusesAMetricThatThereIsNot() {
        Settings typo = SETTINGS.until(Until.parse("validation.acuracy >= 1"));
        assertThat(assertThrows(SettingException.class, () -> train(typo)))
                .hasMessageThat()
                .isEqualTo("until: expected validation.loss, validation.accuracy, validation.precision,"
                        + " validation.recall, validation.f1, validation.roc_auc, train.loss, train.accuracy,"
                        + " train.precision, train.recall, train.f1, train.roc_auc, train.gradient_norm, epoch, step or"
                        + " time, but found"
                        + " `validation.acuracy` (did you mean `validation.accuracy`?)");
        Settings numbers = SETTINGS.watch(List.of("r2"));
        assertThat(assertThrows(SettingException.class, () -> train(numbers)))
                .hasMessageThat()
                .isEqualTo(
                        "watch: expected loss, accuracy, precision, recall, f1, roc_auc, gradient_norm, but found `r2`");
    }

    @Test
    void refusesToLookAtWhatIsNotThere() {
        Settings hidden = SETTINGS.watch(List.of("saturation"));
        assertThat(assertThrows(SettingException.class, () -> train(hidden)))
                .hasMessageThat()
                .endsWith("roc_auc, gradient_norm, but found `saturation`");
        Settings unlearned = SETTINGS.until(Until.parse("validation.gradient_norm <= 0.1"));
        assertThat(assertThrows(SettingException.class, () -> train(unlearned)))
                .hasMessageThat()
                .endsWith("but found `validation.gradient_norm` (did you mean `train.gradient_norm`?)");
    }

    @Test
    void opensTheNetworkBeforeItsFirstStep() throws Exception {
        TrainingTask task = new TrainingTask("Toy", ToyTask.POINT, ToyTask.TASK.trainer(), SETTINGS, Map.of());
        Settings fromFile =
                SETTINGS.source(points(directory.resolve("points.csv")).toString());
        Trainable<float[]> network = Training.open(task, fromFile.batch(Settings.ALL_ROWS));
        assertThat(network.batch()).isEqualTo(120);
        double before = network.gradient(network.batch());
        double norm = norm(network);

        Settings oneStep = fromFile.batch(Settings.ALL_ROWS).until(Until.epoch(1));
        Epoch first = Training.run(task, oneStep.watch(List.of("gradient_norm")), TrainingListener.silent())
                .kept();
        assertThat(first.train().loss()).isWithin(1e-6).of(before);
        assertThat(first.metric("train.gradient_norm").orElseThrow())
                .isWithin(1e-6)
                .of(norm);
        assertThat(first.metric("validation.gradient_norm")).isEqualTo(OptionalDouble.empty());
    }

    private static double norm(Trainable<float[]> network) {
        double squares = 0;
        for (Parameter<float[]> parameter : network.parameters()) {
            for (float gradient : parameter.gradient()) {
                squares += (double) gradient * gradient;
            }
        }
        return Math.sqrt(squares);
    }

    private static Path points(Path file) throws IOException {
        Table table = ToyTask.points(200);
        StringBuilder csv = new StringBuilder("x,y,side\n");
        for (int row = 0; row < table.rows(); row++) {
            csv.append(table.reals("x")[row]).append(',').append(table.reals("y")[row]);
            csv.append(table.labels("side")[row] == 0 ? ",below\n" : ",above\n");
        }
        return Files.writeString(file, csv);
    }

    @Test
    void keepsTheEpochWithTheHighestOfWhatIsToRise() throws Exception {
        TrainingResult result = train(SETTINGS.rate(9).until(Until.parse("validation.f1 >= 1.1 or epoch = 12")));
        double best = result.epochs().stream()
                .mapToDouble(epoch -> epoch.metric("validation.f1").orElseThrow())
                .max()
                .orElseThrow();
        assertThat(result.kept().metric("validation.f1")).isEqualTo(OptionalDouble.of(best));
    }

    /** A curve needs rows of both classes. */
    @Test
    void refusesToWaitForAMetricThatIsUndefined() {
        Table.Builder rows = Table.of(ToyTask.POINT.split(Split.none()));
        for (int i = 0; i < 10; i++) {
            rows.row(i, i * i, "above");
        }
        Settings settings = SETTINGS.until(Until.parse("no_improvement(train.roc_auc, epochs: 3) or epoch = 9"));
        assertThat(assertThrows(
                        SettingException.class,
                        () -> Training.run(ToyTask.TASK, settings, rows.build(), TrainingListener.silent())))
                .hasMessageThat()
                .isEqualTo("train.roc_auc is undefined: only one class among the train rows; watch another metric");
    }
}
