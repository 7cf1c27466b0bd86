package dev.nnlang.runtime.simd;

import java.util.Arrays;

/** Moves blocks of matrices to where a tile of a contraction reads, or keeps, them: side by side. */
public final class Pack {

    private Pack() {}

    /**
     * A panel of the right side: {@code to[k][width]}, its columns beyond {@code columns} 0.
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

    private static void rows(float[] from, int start, int step, int depth, int columns, int width, float[] to, int at) {
        for (int k = 0; k < depth; k++) {
            int source = start + k * step;
            int target = at + k * width;
            // Rows are short: a loop is faster than a call of System.arraycopy.
            for (int j = 0; j < columns; j++) {
                to[target + j] = from[source + j];
            }
            for (int j = columns; j < width; j++) {
                to[target + j] = 0;
            }
        }
    }

    private static void columns(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        for (int j = 0; j < columns; j++) {
            int source = start + j * across;
            int target = at + j;
            for (int k = 0; k < depth; k++) {
                to[target + k * width] = from[source + k * step];
            }
        }
        if (columns < width) {
            for (int k = 0; k < depth; k++) {
                Arrays.fill(to, at + k * width + columns, at + (k + 1) * width, 0);
            }
        }
    }

    /** 0 in {@code rows} rows of so many columns, {@code stride} apart. */
    public static void clear(float[] to, int at, int stride, int columns, int rows) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(to, at + i * stride, at + i * stride + columns, 0);
        }
    }

    /** A block of {@code rows} rows of so many columns, from where they lie {@code step} apart to where they lie {@code stride} apart. */
    public static void block(float[] from, int start, int step, int columns, int rows, float[] to, int at, int stride) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from, start + i * step, to, at + i * stride, columns);
        }
    }

    /** Where the terms of a sum lie that are {@code outer} runs of {@code inner} elements. */
    public static int[] places(int outer, int outerStep, int inner, int innerStep) {
        int[] places = new int[outer * inner];
        for (int k = 0; k < places.length; k++) {
            places[k] = k / inner * outerStep + k % inner * innerStep;
        }
        return places;
    }
}
