package dev.nnlang.training.data.preprocess;

import dev.nnlang.runtime.Transform;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.Values;
import java.util.Arrays;
import java.util.List;

/** A column of a table as the network sees it: after preprocessing. */
public sealed interface Encoded {

    /** Writes a row's values. */
    void copy(int row, float[] target, int offset);

    /** Writes a row's image with a change; only images can have one. */
    default void copy(int row, float[] target, int offset, ImageChange change) {
        throw new IllegalStateException("no image");
    }

    /** Numbers are transformed once; a byte's value is looked up, so that images stay small in memory; a label is a 1 among zeros. */
    static Encoded of(Table table, Column column, Fitting fitting) {
        List<Transform> steps = fitting.transforms(column.name());
        if (table.values(column.name()) instanceof Values.Pixels pixels) {
            return Pixels.of(pixels.values(), (Column.Image) column.kind(), steps);
        }
        if (column.kind() instanceof Column.Labels kind) {
            return new OneHot(table.labels(column.name()), kind.values().size());
        }
        double[] read = table.reals(column.name());
        float[] values = new float[read.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = apply(steps, read[i], i % column.width());
        }
        return new Reals(values, column.width());
    }

    private static float apply(List<Transform> steps, double value, int element) {
        double result = value;
        for (Transform step : steps) {
            result = step.apply(result, element);
        }
        return (float) result;
    }

    /** @param values {@code [rows][width]} */
    record Reals(float[] values, int width) implements Encoded {
        @Override
        public void copy(int row, float[] target, int offset) {
            System.arraycopy(values, row * width, target, offset, width);
        }
    }

    /** @param positions {@code [rows]}: where the 1 stands in a row */
    record OneHot(int[] positions, int width) implements Encoded {
        @Override
        public void copy(int row, float[] target, int offset) {
            Arrays.fill(target, offset, offset + width, 0);
            target[offset + positions[row]] = 1;
        }
    }

    /** @param table {@code [channels][256]}: the network's value for each byte */
    record Pixels(byte[] values, Column.Image image, float[][] table) implements Encoded {
        private static final int PIXEL_VALUES = 256;

        static Pixels of(byte[] values, Column.Image image, List<Transform> steps) {
            float[][] table = new float[image.channels()][PIXEL_VALUES];
            for (int channel = 0; channel < table.length; channel++) {
                for (int value = 0; value < PIXEL_VALUES; value++) {
                    table[channel][value] = apply(steps, value, channel);
                }
            }
            return new Pixels(values, image, table);
        }

        @Override
        public void copy(int row, float[] target, int offset) {
            int channels = table.length;
            int width = image.width();
            for (int channel = 0; channel < channels; channel++) {
                float[] lookup = table[channel];
                for (int i = channel; i < width; i += channels) {
                    target[offset + i] = lookup[values[row * width + i] & 0xff];
                }
            }
        }

        @Override
        public void copy(int row, float[] target, int offset, ImageChange change) {
            int channels = table.length;
            int next = offset;
            for (int y : change.rows()) {
                for (int x : change.columns()) {
                    boolean black = y == ImageChange.BLACK || x == ImageChange.BLACK;
                    int pixel = row * image.width() + (y * image.columns() + x) * channels;
                    for (int channel = 0; channel < channels; channel++) {
                        target[next++] = table[channel][black ? 0 : values[pixel + channel] & 0xff];
                    }
                }
            }
        }
    }
}
