package dev.nnlang.training;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Preprocessing;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Until;
import java.util.List;
import java.util.Map;

/** Points on a plane, above or below a line, and a network that can tell them apart. */
public final class ToyTask {
    public static final Schema POINT = Schema.named("Point")
            .input(Column.real("x").then(Preprocessing.standardize()))
            .input(Column.real("y").then(Preprocessing.standardize()))
            .target(Column.oneOf("side", "below", "above"))
            .split(Split.stratified(0.6, 0.2, 0.2));

    public static final TrainingTask TASK = new TrainingTask(
            "Toy",
            POINT,
            batch -> new SoftmaxRegression(batch, List.of("x", "y"), 2, "side", 2),
            Settings.defaults().rate(0.5).batch(16).until(Until.epoch(5)),
            Map.of("source", "network Toy"));

    public static final Schema MEASUREMENT = Schema.named("Measurement")
            .input(Column.real("x").then(Preprocessing.standardize()))
            .target(Column.real("y").then(Preprocessing.standardize()))
            .split(Split.random(0.8, 0, 0.2));

    public static final TrainingTask LINE = new TrainingTask(
            "Line",
            MEASUREMENT,
            batch -> new Line<>(Line.FLOATS, batch, 1),
            Settings.defaults().rate(0.1).batch(8).until(Until.epoch(30)),
            Map.of());

    private ToyTask() {}

    public static Table points(int rows) {
        RandomStream random = RandomStream.of(1, "points");
        Table.Builder table = Table.of(POINT);
        for (int i = 0; i < rows; i++) {
            double x = 10 * random.nextDouble();
            double y = 10 * random.nextDouble();
            table.row(x, y, y > 10 - x ? "above" : "below");
        }
        return table.build();
    }

    /** {@code y = 3 x + 100}, and noise of deviation 2. */
    public static Table measurements(int rows) {
        RandomStream random = RandomStream.of(1, "measurements");
        Table.Builder table = Table.of(MEASUREMENT);
        for (int i = 0; i < rows; i++) {
            double x = 20 * random.nextDouble();
            table.row(x, 3 * x + 100 + 2 * random.nextGaussian());
        }
        return table.build();
    }
}
