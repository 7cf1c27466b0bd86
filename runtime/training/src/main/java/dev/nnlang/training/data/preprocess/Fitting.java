package dev.nnlang.training.data.preprocess;

import dev.nnlang.runtime.Center;
import dev.nnlang.runtime.Impute;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.Scale;
import dev.nnlang.runtime.Standardize;
import dev.nnlang.runtime.Transform;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Preprocessing;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.split.Part;
import dev.nnlang.training.data.split.Rows;
import dev.nnlang.training.data.split.StreamedRows;
import dev.nnlang.training.data.statistics.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transforms of every column, fitted to training rows or read from a model file. */
public final class Fitting {
    private static final double BRIGHTEST = 255;

    private final Map<String, List<Transform>> transforms = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Fitting() {}

    /** Fits to these rows and no others. */
    public static Fitting of(Part train) {
        Fitting fitting = new Fitting();
        if (train instanceof Rows rows) {
            rows.table().schema().order().stream()
                    .filter(column -> column.kind() instanceof Column.Reals || column.kind() instanceof Column.Image)
                    .forEach(column -> fitting.fit(column, Samples.of(column, rows)));
        } else {
            StreamedRows streamed = (StreamedRows) train;
            streamed.source()
                    .schema()
                    .order()
                    .forEach(column -> fitting.fit(column, streamed.statistics().get(column.name())));
        }
        return fitting;
    }

    /** The statistics that a model was trained with. */
    public static Fitting read(Schema schema, ModelFile file) throws ModelFileException {
        Fitting fitting = new Fitting();
        for (Column column : schema.order()) {
            List<Transform> steps = new ArrayList<>();
            for (Preprocessing step : column.preprocessing()) {
                steps.add(read(step, column, file));
            }
            fitting.transforms.put(column.name(), steps);
        }
        return fitting;
    }

    /** The steps of a column, in order. */
    public List<Transform> transforms(String column) {
        return transforms.getOrDefault(column, List.of());
    }

    /** What is strange about the data. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Adds all statistics. */
    public void write(ModelFile.Builder file) {
        transforms.forEach((column, steps) -> steps.forEach(step -> step.write(file, column)));
    }

    private static Transform read(Preprocessing step, Column column, ModelFile file) throws ModelFileException {
        int elements = column.kind().elements();
        if (step instanceof Preprocessing.Impute) {
            return Impute.read(file, column.name(), elements);
        }
        if (step instanceof Preprocessing.Standardize) {
            return Standardize.read(file, column.name(), elements);
        }
        return step instanceof Preprocessing.Center
                ? Center.read(file, column.name(), elements)
                : Scale.read(file, column.name(), elements);
    }

    private void fit(Column column, List<? extends Statistics> elements) {
        List<Transform> steps = new ArrayList<>();
        List<Statistics> samples = new ArrayList<>(elements);
        for (Preprocessing step : column.preprocessing()) {
            boolean bytes = column.kind() instanceof Column.Image && steps.isEmpty();
            Transform transform = fit(step, samples, column, bytes);
            steps.add(transform);
            for (int i = 0; i < samples.size(); i++) {
                samples.set(i, samples.get(i).through(transform, i));
            }
        }
        transforms.put(column.name(), steps);
        if (column.kind() instanceof Column.Reals) {
            warnings.addAll(Coarseness.warnings(column, samples));
        }
    }

    private Transform fit(Preprocessing step, List<Statistics> samples, Column column, boolean bytes) {
        if (step instanceof Preprocessing.Scale scale) {
            return scale(scale, samples, column, bytes);
        }
        if (step instanceof Preprocessing.Impute impute) {
            return impute(impute, samples, column);
        }
        double[] means = new double[samples.size()];
        double[] deviations = new double[samples.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = samples.get(i).mean();
            deviations[i] = spread(samples.get(i));
        }
        return step instanceof Preprocessing.Center
                ? new Center(means)
                : new Standardize(means, withoutZeros(deviations, column));
    }

    private Transform impute(Preprocessing.Impute impute, List<Statistics> samples, Column column) {
        double[] values = new double[samples.size()];
        for (int i = 0; i < values.length; i++) {
            Statistics known = samples.get(i);
            if (known.known() == 0) {
                warnings.add("column `" + column.name() + "` has no value in any training row");
            } else {
                values[i] = switch (impute.filling()) {
                    case VALUE -> impute.value();
                    case MEAN -> known.mean();
                    case MEDIAN -> known.median();
                };
            }
        }
        return new Impute(values);
    }

    private Transform scale(Preprocessing.Scale scale, List<Statistics> samples, Column column, boolean bytes) {
        double[] minimum = new double[samples.size()];
        double[] range = new double[samples.size()];
        for (int i = 0; i < minimum.length; i++) {
            minimum[i] = bytes ? 0 : samples.get(i).minimum();
            range[i] = bytes ? BRIGHTEST : samples.get(i).maximum() - minimum[i];
        }
        double[] maximum = withoutZeros(range, column);
        for (int i = 0; i < maximum.length; i++) {
            maximum[i] += minimum[i];
        }
        return new Scale(minimum, maximum, scale.low(), scale.high());
    }

    /** The mean of equal numbers may differ from them in the last bit. */
    private static double spread(Statistics values) {
        return values.minimum() == values.maximum() ? 0 : values.deviation();
    }

    /** What never varies cannot be divided by how much it varies. */
    private double[] withoutZeros(double[] spread, Column column) {
        int constant = 0;
        for (int i = 0; i < spread.length; i++) {
            if (spread[i] == 0) {
                spread[i] = 1;
                constant++;
            }
        }
        if (constant > 0) {
            String name = "column `" + column.name() + "`";
            warnings.add((spread.length == 1 ? name : constant + " of the " + spread.length + " elements of " + name)
                    + " never changed in the training rows, and so can teach nothing");
        }
        return spread;
    }
}
