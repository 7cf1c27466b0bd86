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
    private static final float BRIGHTEST = 255;

    private final Map<String, List<Transform>> transforms = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Fitting() {}

    /** Fits to these rows and no others. */
    public static Fitting of(Part train) {
        Fitting fitting = new Fitting();
        if (train instanceof Rows rows) {
            rows.table().schema().order().stream()
                    .filter(column -> !column.preprocessing().isEmpty())
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
    }

    private Transform fit(Preprocessing step, List<Statistics> samples, Column column, boolean bytes) {
        if (step instanceof Preprocessing.Scale scale) {
            return scale(scale, samples, column, bytes);
        }
        if (step instanceof Preprocessing.Impute impute) {
            return impute(impute, samples, column);
        }
        float[] means = new float[samples.size()];
        float[] deviations = new float[samples.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) samples.get(i).mean();
            deviations[i] = (float) samples.get(i).deviation();
        }
        return step instanceof Preprocessing.Center
                ? new Center(means)
                : new Standardize(means, withoutZeros(deviations, column));
    }

    private Transform impute(Preprocessing.Impute impute, List<Statistics> samples, Column column) {
        float[] values = new float[samples.size()];
        for (int i = 0; i < values.length; i++) {
            Statistics known = samples.get(i);
            if (known.known() == 0) {
                warnings.add("column `" + column.name() + "` has no value in any training row");
            } else {
                values[i] = switch (impute.filling()) {
                    case VALUE -> (float) impute.value();
                    case MEAN -> (float) known.mean();
                    case MEDIAN -> (float) known.median();
                };
            }
        }
        return new Impute(values);
    }

    private Transform scale(Preprocessing.Scale scale, List<Statistics> samples, Column column, boolean bytes) {
        float[] minimum = new float[samples.size()];
        float[] range = new float[samples.size()];
        for (int i = 0; i < minimum.length; i++) {
            minimum[i] = bytes ? 0 : samples.get(i).minimum();
            range[i] = bytes ? BRIGHTEST : samples.get(i).maximum() - minimum[i];
        }
        float[] maximum = withoutZeros(range, column);
        for (int i = 0; i < maximum.length; i++) {
            maximum[i] += minimum[i];
        }
        return new Scale(minimum, maximum, (float) scale.low(), (float) scale.high());
    }

    /** What never varies cannot be divided by how much it varies. */
    private float[] withoutZeros(float[] spread, Column column) {
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
