package dev.nnlang.runtime.simd.winograd;

import static dev.nnlang.runtime.simd.winograd.Winograd.ELEMENTS;
import static dev.nnlang.runtime.simd.winograd.Winograd.OUTPUTS;
import static dev.nnlang.runtime.simd.winograd.Winograd.PATCH;
import static dev.nnlang.runtime.simd.winograd.Winograd.ROWS;

import dev.nnlang.runtime.simd.Vectors;
import jdk.incubator.vector.FloatVector;

/** The matrix A: from the sums of elements to outputs, and from the outputs' gradients to those of elements. */
public final class OutputTransform {

    private static final int LANES = Vectors.LANES;

    private OutputTransform() {}

    /**
     * {@code A^T m A} of a strip: the outputs of a panel's columns, as far as they lie inside.
     *
     * @param sums the elements, {@code width} columns for each patch
     * @param at where the strip's first lies
     * @param columns how many of them are outputs
     * @param start where the strip's first output is to lie
     * @param row from one row of outputs to the next
     * @param pixel from one output to the next beside it
     * @param high how many rows of outputs there are from the strip on
     * @param wide how many outputs a row has
     */
    public static void forward(
            float[] sums,
            int at,
            int apart,
            int width,
            int columns,
            float[] to,
            int start,
            int row,
            int pixel,
            int high,
            int wide) {
        int copy = ELEMENTS * (apart + LANES);
        for (int w = 0; w < wide; w += OUTPUTS) {
            int element = at + w / OUTPUTS * width;
            for (int c = 0; c < columns; c += LANES) {
                int output = start + w * pixel + c;
                boolean whole = high >= OUTPUTS && w + OUTPUTS <= wide && c + LANES <= columns;
                if (whole) {
                    square(sums, element + c, apart, to, output, row, pixel);
                } else {
                    square(sums, element + c, apart, sums, copy, OUTPUTS * LANES, LANES);
                    int count = Math.min(LANES, columns - c);
                    for (int i = 0; i < Math.min(OUTPUTS, high); i++) {
                        for (int j = 0; j < Math.min(OUTPUTS, wide - w); j++) {
                            int from = copy + (i * OUTPUTS + j) * LANES;
                            System.arraycopy(sums, from, to, output + i * row + j * pixel, count);
                        }
                    }
                }
            }
        }
    }

    /** In two turns: A^T times the columns of a patch's sums, then the rows of that times A. */
    private static void square(float[] sums, int start, int apart, float[] to, int at, int row, int pixel) {
        int half = ELEMENTS * apart;
        for (int turn = 0; turn < 2; turn++) {
            int first = turn == 0 ? start : half;
            int across = turn == 0 ? apart : PATCH * LANES;
            int step = turn == 0 ? PATCH * apart : LANES;
            float[] made = turn == 0 ? sums : to;
            int target = turn == 0 ? half : at;
            int further = turn == 0 ? LANES : row;
            int next = turn == 0 ? PATCH * LANES : pixel;
            int lines = turn == 0 ? PATCH : OUTPUTS;
            for (int line = 0; line < lines; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector m0 = FloatVector.fromArray(Vectors.SPECIES, sums, in);
                FloatVector m1 = FloatVector.fromArray(Vectors.SPECIES, sums, in + step);
                FloatVector m2 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 2 * step);
                FloatVector m3 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 3 * step);
                FloatVector m4 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 4 * step);
                FloatVector m5 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 5 * step);
                FloatVector ones = m1.add(m2);
                FloatVector twos = m3.add(m4);
                m0.add(ones).add(twos).intoArray(made, out);
                ones.add(twos.mul(4f)).intoArray(made, out + 2 * next);
                ones = m1.sub(m2);
                twos = m3.sub(m4).mul(2f);
                ones.add(twos).intoArray(made, out + next);
                ones.add(twos.mul(4f)).add(m5).intoArray(made, out + 3 * next);
            }
        }
    }

    /**
     * {@code A y A^T} of a strip of outputs' gradients. Beyond the last output they are 0.
     *
     * @param start where the strip's first gradient lies
     * @param row from one row of outputs to the next
     * @param pixel from one output to the next beside it
     * @param high how many rows of outputs there are from the strip on
     * @param wide how many outputs a row has
     * @param at where the strip's first element is to lie
     */
    public static void backward(
            float[] gradient,
            int start,
            int row,
            int pixel,
            int high,
            int wide,
            int channels,
            float[] to,
            int at,
            int apart) {
        backward(gradient, start, row, pixel, high, wide, channels, to, at, apart, 0, ROWS);
    }

    /** The same, but only some rows of the elements. */
    public static void backward(
            float[] gradient,
            int start,
            int row,
            int pixel,
            int high,
            int wide,
            int channels,
            float[] to,
            int at,
            int apart,
            int firstRow,
            int endRow) {
        int copy = ELEMENTS * apart;
        for (int w = 0; w < wide; w += OUTPUTS) {
            int from = start + w * pixel;
            int element = at + w / OUTPUTS * channels;
            if (high >= OUTPUTS && w + OUTPUTS <= wide) {
                gradients(gradient, from, row, pixel, channels, to, element, apart, firstRow, endRow);
            } else {
                Pixels.copySquare(gradient, from, row, pixel, high, wide - w, channels, OUTPUTS, to, copy);
                gradients(to, copy, OUTPUTS * channels, channels, channels, to, element, apart, firstRow, endRow);
            }
        }
    }

    /** In two turns: A times the columns of a square of gradients, then the rows of that times A^T. */
    private static void gradients(
            float[] gradient,
            int start,
            int row,
            int pixel,
            int channels,
            float[] to,
            int at,
            int apart,
            int firstRow,
            int endRow) {
        int half = ELEMENTS * (apart + channels);
        for (int c = 0; c < channels; c += LANES) {
            int lane = Pixels.lane(c, channels);
            for (int turn = 0; turn < 2; turn++) {
                float[] from = turn == 0 ? gradient : to;
                int first = turn == 0 ? start + lane : half;
                int across = turn == 0 ? pixel : OUTPUTS * LANES;
                int step = turn == 0 ? row : LANES;
                int target = turn == 0 ? half : at + lane;
                int further = turn == 0 ? LANES : PATCH * apart;
                int next = turn == 0 ? OUTPUTS * LANES : apart;
                int end = turn == 0 ? OUTPUTS : endRow;
                for (int line = turn == 0 ? 0 : firstRow; line < end; line++) {
                    int in = first + line * across;
                    int out = target + line * further;
                    FloatVector y0 = FloatVector.fromArray(Vectors.SPECIES, from, in);
                    FloatVector y1 = FloatVector.fromArray(Vectors.SPECIES, from, in + step);
                    FloatVector y2 = FloatVector.fromArray(Vectors.SPECIES, from, in + 2 * step);
                    FloatVector y3 = FloatVector.fromArray(Vectors.SPECIES, from, in + 3 * step);
                    y0.intoArray(to, out);
                    FloatVector even = y0.add(y2);
                    FloatVector odd = y1.add(y3);
                    even.add(odd).intoArray(to, out + next);
                    even.sub(odd).intoArray(to, out + 2 * next);
                    even = y0.add(y2.mul(4f));
                    odd = y1.add(y3.mul(4f)).mul(2f);
                    even.add(odd).intoArray(to, out + 3 * next);
                    even.sub(odd).intoArray(to, out + 4 * next);
                    y3.intoArray(to, out + 5 * next);
                }
            }
        }
    }
}
