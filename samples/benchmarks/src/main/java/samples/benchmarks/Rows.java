package samples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Noise as rows of the generated types. */
final class Rows {

    private Rows() {}

    static <R> List<R> vectors(float[] values, int rows, Function<double[], R> row) {
        return each(values, rows, floats -> row.apply(doubles(floats)));
    }

    private static <R> List<R> each(float[] values, int rows, Function<float[], R> row) {
        int width = values.length / rows;
        List<R> all = new ArrayList<>();
        for (int n = 0; n < rows; n++) {
            all.add(row.apply(Arrays.copyOfRange(values, n * width, (n + 1) * width)));
        }
        return List.copyOf(all);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Pixels are bytes in a row. */
    static <R> List<R> images(float[] values, int rows, Function<byte[], R> row) {
        return each(values, rows, floats -> row.apply(bytes(floats)));
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
