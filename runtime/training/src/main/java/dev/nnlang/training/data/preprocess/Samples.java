package dev.nnlang.training.data.preprocess;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Values;
import dev.nnlang.training.data.split.Rows;
import dev.nnlang.training.data.statistics.Sample;
import dev.nnlang.training.data.statistics.Statistics;
import dev.nnlang.training.data.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the samples of a column: one for each element of a vector, one for each channel of an image. */
public final class Samples {
    private static final int PIXEL_VALUES = 256;

    private Samples() {}

    static List<? extends Statistics> of(Column column, Rows rows) {
        if (column.kind() instanceof Column.Image image) {
            return ofImage(column, image.channels(), rows);
        }
        return column.preprocessing().isEmpty() ? summaries(column, rows) : ofReals(column, rows);
    }

    /** What is not preprocessed needs no second copy of its values. */
    private static List<Summary> summaries(Column column, Rows rows) {
        double[] table = rows.table().reals(column.name());
        List<Summary> summaries = new ArrayList<>();
        for (int element = 0; element < column.width(); element++) {
            Summary summary = new Summary();
            for (int row : rows.index()) {
                summary.add(table[row * column.width() + element]);
            }
            summaries.add(summary);
        }
        return summaries;
    }

    private static List<Sample> ofReals(Column column, Rows rows) {
        double[] table = rows.table().reals(column.name());
        long[] once = new long[rows.size()];
        Arrays.fill(once, 1);
        List<Sample> samples = new ArrayList<>();
        for (int element = 0; element < column.width(); element++) {
            double[] values = new double[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = table[rows.index()[i] * column.width() + element];
            }
            samples.add(new Sample(values, once));
        }
        return samples;
    }

    /** A byte has few values, so they are counted. */
    private static List<Sample> ofImage(Column column, int channels, Rows rows) {
        byte[] pixels = ((Values.Pixels) rows.table().values(column.name())).values();
        long[][] counts = new long[channels][PIXEL_VALUES];
        for (int row : rows.index()) {
            int start = row * column.width();
            for (int i = 0; i < column.width(); i++) {
                counts[i % channels][Byte.toUnsignedInt(pixels[start + i])]++;
            }
        }
        double[] values = new double[PIXEL_VALUES];
        for (int i = 0; i < PIXEL_VALUES; i++) {
            values[i] = i;
        }
        return Arrays.stream(counts).map(count -> new Sample(values, count)).toList();
    }
}
