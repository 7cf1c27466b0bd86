package dev.nnlang.runtime.simd.winograd;

import static dev.nnlang.runtime.simd.winograd.Winograd.ELEMENTS;
import static dev.nnlang.runtime.simd.winograd.Winograd.OUTPUTS;
import static dev.nnlang.runtime.simd.winograd.Winograd.PATCH;
import static dev.nnlang.runtime.simd.winograd.Winograd.ROWS;
import static dev.nnlang.runtime.simd.winograd.Winograd.WINDOW;

import dev.nnlang.runtime.simd.Vectors;
import jdk.incubator.vector.FloatVector;

/** The matrix B: from the pixels of patches to elements, and from the elements' gradients to those of pixels. */
public final class ImageTransform {

    private static final int LANES = Vectors.LANES;

    private ImageTransform() {}

    /**
     * {@code B^T d B} of a strip. Pixels beyond the image are 0.
     *
     * @param start where the strip's first pixel lies
     * @param row from one row of the image to the next
     * @param pixel from one pixel to the next
     * @param high how many rows the image has from the strip on
     * @param wide how many pixels a row has
     * @param at where the strip's first element is to lie
     */
    public static void forward(
            float[] image,
            int start,
            int row,
            int pixel,
            int high,
            int wide,
            int channels,
            float[] to,
            int at,
            int apart) {
        forward(image, start, row, pixel, high, wide, channels, to, at, apart, 0, ROWS);
    }

    /** The same, but only some rows of the elements. */
    public static void forward(
            float[] image,
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
        for (int w = 0; w + WINDOW <= wide; w += OUTPUTS) {
            int from = start + w * pixel;
            int element = at + w / OUTPUTS * channels;
            if (high >= PATCH && w + PATCH <= wide) {
                patch(image, from, row, pixel, channels, to, element, apart, firstRow, endRow);
            } else {
                Pixels.copySquare(image, from, row, pixel, high, wide - w, channels, PATCH, to, copy);
                patch(to, copy, PATCH * channels, channels, channels, to, element, apart, firstRow, endRow);
            }
        }
    }

    /** In two turns: B^T times the columns of a patch, then the rows of that times B. */
    private static void patch(
            float[] image,
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
                float[] from = turn == 0 ? image : to;
                int first = turn == 0 ? start + lane : half;
                int across = turn == 0 ? pixel : PATCH * LANES;
                int step = turn == 0 ? row : LANES;
                int target = turn == 0 ? half : at + lane;
                int further = turn == 0 ? LANES : PATCH * apart;
                int next = turn == 0 ? PATCH * LANES : apart;
                int end = turn == 0 ? PATCH : endRow;
                for (int line = turn == 0 ? 0 : firstRow; line < end; line++) {
                    int in = first + line * across;
                    int out = target + line * further;
                    FloatVector d0 = FloatVector.fromArray(Vectors.SPECIES, from, in);
                    FloatVector d1 = FloatVector.fromArray(Vectors.SPECIES, from, in + step);
                    FloatVector d2 = FloatVector.fromArray(Vectors.SPECIES, from, in + 2 * step);
                    FloatVector d3 = FloatVector.fromArray(Vectors.SPECIES, from, in + 3 * step);
                    FloatVector d4 = FloatVector.fromArray(Vectors.SPECIES, from, in + 4 * step);
                    FloatVector d5 = FloatVector.fromArray(Vectors.SPECIES, from, in + 5 * step);
                    FloatVector even = d4.sub(d2.mul(4f));
                    FloatVector odd = d3.sub(d1.mul(4f));
                    d0.mul(4f).sub(d2.mul(5f)).add(d4).intoArray(to, out);
                    even.add(odd).intoArray(to, out + next);
                    even.sub(odd).intoArray(to, out + 2 * next);
                    even = d4.sub(d2);
                    odd = d3.sub(d1).mul(2f);
                    even.add(odd).intoArray(to, out + 3 * next);
                    even.sub(odd).intoArray(to, out + 4 * next);
                    d1.mul(4f).sub(d3.mul(5f)).add(d5).intoArray(to, out + 5 * next);
                }
            }
        }
    }

    /**
     * Adds {@code B v B^T} of a strip to the gradient of an image, as far as it lies inside: neighbouring patches overlap.
     *
     * @param sums the elements, {@code width} columns for each patch
     * @param at where the strip's first lies
     * @param columns how many of them are channels
     * @param start where the strip's first pixel lies
     * @param row from one row of the image to the next
     * @param pixel from one pixel to the next
     * @param high how many rows the image has from the strip on
     * @param wide how many pixels a row has
     */
    public static void backward(
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
        int own = ELEMENTS * (apart + LANES);
        for (int w = 0; w + WINDOW <= wide; w += OUTPUTS) {
            int element = at + w / OUTPUTS * width;
            for (int c = 0; c < columns; c += LANES) {
                pixelGradients(sums, element + c, apart, own);
                int count = Math.min(LANES, columns - c);
                for (int i = 0; i < Math.min(PATCH, high); i++) {
                    for (int j = 0; j < Math.min(PATCH, wide - w); j++) {
                        int target = start + i * row + (w + j) * pixel + c;
                        Pixels.add(sums, own + (i * PATCH + j) * LANES, count, to, target);
                    }
                }
            }
        }
    }

    /** In two turns: B times the columns of a patch's sums, then the rows of that times B^T. */
    private static void pixelGradients(float[] sums, int start, int apart, int at) {
        int half = ELEMENTS * apart;
        for (int turn = 0; turn < 2; turn++) {
            int first = turn == 0 ? start : half;
            int across = turn == 0 ? apart : PATCH * LANES;
            int step = turn == 0 ? PATCH * apart : LANES;
            int target = turn == 0 ? half : at;
            int further = turn == 0 ? LANES : PATCH * LANES;
            int next = turn == 0 ? PATCH * LANES : LANES;
            for (int line = 0; line < PATCH; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector v0 = FloatVector.fromArray(Vectors.SPECIES, sums, in);
                FloatVector v1 = FloatVector.fromArray(Vectors.SPECIES, sums, in + step);
                FloatVector v2 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 2 * step);
                FloatVector v3 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 3 * step);
                FloatVector v4 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 4 * step);
                FloatVector v5 = FloatVector.fromArray(Vectors.SPECIES, sums, in + 5 * step);
                FloatVector ones = v1.add(v2);
                FloatVector twos = v3.add(v4);
                v0.mul(4f).intoArray(sums, out);
                v0.mul(-5f).sub(ones.mul(4f)).sub(twos).intoArray(sums, out + 2 * next);
                v0.add(ones).add(twos).intoArray(sums, out + 4 * next);
                ones = v1.sub(v2);
                twos = v3.sub(v4).mul(2f);
                v5.sub(ones).mul(4f).sub(twos).intoArray(sums, out + next);
                ones.add(twos).sub(v5.mul(5f)).intoArray(sums, out + 3 * next);
                v5.intoArray(sums, out + 5 * next);
            }
        }
    }
}
