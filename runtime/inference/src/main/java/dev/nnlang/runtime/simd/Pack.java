package dev.nnlang.runtime.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Moves blocks of matrices to where a tile of a contraction reads, or keeps, them: side by side. */
public final class Pack {

    private Pack() {}

    /**
     * A panel of the right side: {@code to[k][width]}. Where its last vector overlaps the one before, it holds 0; so it does beyond the last column.
     *
     * @param start where its first element lies in {@code from}
     * @param step from one term of the sum to the next
     * @param across from one column to the next
     */
    public static void panel(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        if (across == 1) {
            rows(from, start, step, depth, columns, width, to, at);
        } else {
            columns(from, start, step, across, depth, columns, width, to, at);
        }
    }

    /**
     * As {@link #panel}, of what is packed once and then kept. A program does that when it starts; copying runs is as fast then as later,
     * vectors are a hundred times as slow until HotSpot has compiled what uses them.
     */
    public static void lasting(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        int whole = columns / Vectors.LANES * Vectors.LANES;
        if (across != 1 || whole == 0) {
            columns(from, start, step, across, depth, columns, width, to, at);
            return;
        }
        // What is left out before the last vector's own columns is 0, as arrays are when they are made.
        int rest = at + width - columns;
        for (int k = 0; k < depth; k++) {
            System.arraycopy(from, start + k * step, to, at + k * width, whole);
            System.arraycopy(from, start + k * step + whole, to, rest + k * width + whole, columns - whole);
        }
    }

    private static void rows(float[] from, int start, int step, int depth, int columns, int width, float[] to, int at) {
        int v = 0;
        for (; v + Vectors.LANES <= columns; v += Vectors.LANES) {
            for (int k = 0; k < depth; k++) {
                Vectors.load(from, start + v + k * step).intoArray(to, at + v + k * width);
            }
        }
        if (v < columns && v > 0) {
            FloatVector zero = Vectors.all(0);
            VectorMask<Float> own = Vectors.count(columns - Vectors.LANES).compare(VectorOperators.GE, v);
            int last = start + columns - Vectors.LANES;
            for (int k = 0; k < depth; k++) {
                zero.blend(Vectors.load(from, last + k * step), own).intoArray(to, at + v + k * width);
            }
        } else if (v < columns) {
            narrow(from, start, step, 1, depth, columns, width, to, at);
        }
    }

    /** Fewer columns than a vector has lanes. */
    private static void narrow(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < columns; j++) {
                to[at + k * width + j] = from[start + k * step + j * across];
            }
            for (int j = columns; j < width; j++) {
                to[at + k * width + j] = 0;
            }
        }
    }

    /** Term by term, so that what is written lies side by side. */
    private static void columns(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        int whole = columns / Vectors.LANES * Vectors.LANES;
        if (whole == 0 || whole == columns) {
            narrow(from, start, step, across, depth, columns, width, to, at);
            return;
        }
        int overlap = width - columns;
        for (int k = 0; k < depth; k++) {
            int source = start + k * step;
            int target = at + k * width;
            for (int j = 0; j < whole; j++) {
                to[target + j] = from[source + j * across];
            }
            for (int j = 0; j < overlap; j++) {
                to[target + whole + j] = 0;
            }
            for (int j = whole; j < columns; j++) {
                to[target + overlap + j] = from[source + j * across];
            }
        }
    }

    /** 0 in {@code rows} rows of so many columns, at least a vector's, {@code stride} apart. */
    public static void clear(float[] to, int at, int stride, int columns, int rows) {
        if (stride == columns) {
            Arrays.fill(to, at, at + rows * columns, 0);
            return;
        }
        FloatVector zero = Vectors.all(0);
        int last = columns - Vectors.LANES;
        for (int v = 0; v < last; v += Vectors.LANES) {
            for (int i = 0; i < rows; i++) {
                zero.intoArray(to, at + v + i * stride);
            }
        }
        for (int i = 0; i < rows; i++) {
            zero.intoArray(to, at + last + i * stride);
        }
    }

    /** A block of {@code rows} rows of so many columns, from where they lie {@code step} apart to where they lie {@code stride} apart. */
    public static void block(float[] from, int start, int step, int columns, int rows, float[] to, int at, int stride) {
        int j = 0;
        for (; j <= columns - Vectors.LANES; j += Vectors.LANES) {
            for (int i = 0; i < rows; i++) {
                Vectors.load(from, start + j + i * step).intoArray(to, at + j + i * stride);
            }
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                to[at + j + i * stride] = from[start + j + i * step];
            }
        }
    }

    /** Where the terms of a sum lie: in each of some images {@code outer} runs of {@code inner} elements. */
    public static int[] places(int images, int image, int outer, int outerStep, int inner, int innerStep) {
        int[] places = new int[images * outer * inner];
        for (int k = 0; k < places.length; k++) {
            int run = k / inner;
            places[k] = run / outer * image + run % outer * outerStep + k % inner * innerStep;
        }
        return places;
    }
}
