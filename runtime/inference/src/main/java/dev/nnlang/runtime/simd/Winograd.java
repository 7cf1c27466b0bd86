package dev.nnlang.runtime.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Winograd's minimal filtering F(4 x 4, 3 x 3): sixteen neighbouring outputs of a 3 x 3 window from 36 products instead of 144. An image is cut
 * into patches of 6 x 6 pixels, four apart; a patch d and the weights g of a channel give the outputs
 *
 * <pre>Y = A^T ((G g G^T) * (B^T d B)) A
 *
 *       4  0 -5  0  1  0          1/4    0    0
 *       0 -4 -4  1  1  0         -1/6 -1/6 -1/6         1  1  1  1  1  0
 * B^T = 0  4 -4 -1  1  0     G = -1/6  1/6 -1/6   A^T = 0  1 -1  2 -2  0
 *       0 -2 -1  2  1  0         1/24 1/12  1/6         0  1  1  4  4  0
 *       0  2 -1 -2  1  0         1/24 -1/12 1/6         0  1 -1  8 -8  1
 *       0  4  0 -5  0  1            0    0    1</pre>
 *
 * where * multiplies element by element, and channels are added up before A. So the sums of each of the 36 elements are a product of two
 * matrices: patches by channels, channels by filters. Source: A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, 2016,
 * arXiv:1509.09308, section 4.3. Gradients go the same way back, through the transposed matrices.
 *
 * <p>A strip is the patches that lie side by side. The elements of a patch lie {@code apart} from each other: the one of row i and column j at
 * {@code (6 i + j) apart + patch * channels + channel}. Arrays for them have as much {@link #room} behind them as the transformations need.
 *
 * <p>Methods call the vector API itself: see {@link Lanes}.
 */
public final class Winograd {

    /** How many pixels a patch is high and wide. */
    private static final int PATCH = 6;

    /** How many outputs of it, and how far apart patches are. */
    private static final int OUTPUTS = 4;

    /** How many pixels a window is high and wide. */
    private static final int WINDOW = 3;

    /** How many rows of elements a transformed patch has. */
    public static final int ROWS = PATCH;

    /** How many elements a transformed patch has for each channel. */
    public static final int ELEMENTS = PATCH * PATCH;

    /** As many floats as a cache line has. */
    private static final int LINE = 16;

    private static final int LANES = Vectors.LANES;

    private Winograd() {}

    /**
     * How far apart the elements of so many patches lie. A cache line more than they need: else the elements of a patch would often lie in one
     * set of the cache.
     */
    public static int apart(int patches, int channels) {
        return patches * channels + LINE;
    }

    /**
     * How long an array for the elements of so many patches is: behind them there is room for a patch as it is in the image, and for one that is
     * half transformed.
     */
    public static int room(int patches, int channels) {
        return ELEMENTS * (apart(patches, channels) + channels + LANES);
    }

    /** How long an array for the weights of a panel is: behind them there is room for those of a vector's columns that are half transformed. */
    public static int roomForWeights(int terms, int width) {
        return WINDOW * WINDOW * terms * width + WINDOW * PATCH * LANES;
    }

    /**
     * {@code G g G^T} of a packed panel: from {@code [3][3][terms][width]} to {@code [36][terms][width]}.
     *
     * @param from has {@link #roomForWeights}
     */
    public static void weights(float[] from, int terms, int width, float[] to, int at) {
        int all = terms * width;
        for (int k = 0; k < all; k += LANES) {
            window(from, k, all, to, at + k);
        }
    }

    /** Of a vector's columns in two turns: G times the columns of their windows, then the rows of that times G^T. */
    private static void window(float[] weights, int start, int apart, float[] to, int at) {
        int half = WINDOW * WINDOW * apart;
        for (int turn = 0; turn < 2; turn++) {
            int first = turn == 0 ? start : half;
            int across = turn == 0 ? apart : WINDOW * LANES;
            int step = turn == 0 ? WINDOW * apart : LANES;
            float[] made = turn == 0 ? weights : to;
            int target = turn == 0 ? half : at;
            int further = turn == 0 ? LANES : PATCH * apart;
            int next = turn == 0 ? WINDOW * LANES : apart;
            int lines = turn == 0 ? WINDOW : PATCH;
            for (int line = 0; line < lines; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector g0 = FloatVector.fromArray(Vectors.SPECIES, weights, in);
                FloatVector g1 = FloatVector.fromArray(Vectors.SPECIES, weights, in + step);
                FloatVector g2 = FloatVector.fromArray(Vectors.SPECIES, weights, in + 2 * step);
                g0.mul(1 / 4f).intoArray(made, out);
                FloatVector even = g0.add(g2).mul(-1 / 6f);
                FloatVector odd = g1.mul(1 / 6f);
                even.sub(odd).intoArray(made, out + next);
                even.add(odd).intoArray(made, out + 2 * next);
                even = g0.mul(1 / 24f).add(g2.mul(1 / 6f));
                odd = g1.mul(1 / 12f);
                even.add(odd).intoArray(made, out + 3 * next);
                even.sub(odd).intoArray(made, out + 4 * next);
                g2.intoArray(made, out + 5 * next);
            }
        }
    }

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
    public static void image(
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
        image(image, start, row, pixel, high, wide, channels, to, at, apart, 0, ROWS);
    }

    /** The same, but only some rows of the elements. */
    public static void image(
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
                copy(image, from, row, pixel, high, wide - w, channels, PATCH, to, copy);
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
            int lane = lane(c, channels);
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

    /** A piece of {@code size} x {@code size} pixels, 0 where it lies outside. */
    private static void copy(
            float[] image,
            int start,
            int row,
            int pixel,
            int high,
            int wide,
            int channels,
            int size,
            float[] to,
            int at) {
        Arrays.fill(to, at, at + size * size * channels, 0);
        for (int i = 0; i < Math.min(size, high); i++) {
            for (int j = 0; j < Math.min(size, wide); j++) {
                int target = at + (i * size + j) * channels;
                System.arraycopy(image, start + i * row + j * pixel, to, target, channels);
            }
        }
    }

    /** Where the vector of the c-th of so many channels begins: the last overlaps the one before. */
    private static int lane(int c, int channels) {
        return Math.min(c, channels - LANES);
    }

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
    public static void outputs(
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
    public static void outputGradient(
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
        outputGradient(gradient, start, row, pixel, high, wide, channels, to, at, apart, 0, ROWS);
    }

    /** The same, but only some rows of the elements. */
    public static void outputGradient(
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
                copy(gradient, from, row, pixel, high, wide - w, channels, OUTPUTS, to, copy);
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
            int lane = lane(c, channels);
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
    public static void imageGradient(
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
                        add(sums, own + (i * PATCH + j) * LANES, count, to, target);
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

    private static void add(float[] from, int start, int count, float[] to, int at) {
        if (count == LANES) {
            FloatVector.fromArray(Vectors.SPECIES, to, at)
                    .add(FloatVector.fromArray(Vectors.SPECIES, from, start))
                    .intoArray(to, at);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[at + i] += from[start + i];
        }
    }

    /** How long an array is in which {@link #weightGradient} transforms. */
    public static int roomForTaps() {
        return (WINDOW * PATCH + WINDOW * WINDOW) * LANES;
    }

    /**
     * Adds {@code G^T u G} to the gradient of the weights that join a channel to all filters, a multiple of 16.
     *
     * @param sums the elements, {@code apart} from each other
     * @param at where the channel's first lies
     * @param to {@code [3][3][channels][filters]}
     * @param start where the channel's first weight lies
     * @param tap from one weight of the window to the next
     * @param room of {@link #roomForTaps}
     */
    public static void weightGradient(
            float[] sums, int at, int apart, int filters, float[] to, int start, int tap, float[] room) {
        int own = WINDOW * PATCH * LANES;
        for (int f = 0; f < filters; f += LANES) {
            taps(sums, at + f, apart, room);
            for (int i = 0; i < WINDOW * WINDOW; i++) {
                add(room, own + i * LANES, LANES, to, start + i * tap + f);
            }
        }
    }

    /** Of a vector's columns in two turns: G^T times the columns of the elements, then the rows of that times G. */
    private static void taps(float[] sums, int start, int apart, float[] to) {
        for (int turn = 0; turn < 2; turn++) {
            float[] from = turn == 0 ? sums : to;
            int first = turn == 0 ? start : 0;
            int across = turn == 0 ? apart : PATCH * LANES;
            int step = turn == 0 ? PATCH * apart : LANES;
            int target = turn == 0 ? 0 : WINDOW * PATCH * LANES;
            int further = turn == 0 ? LANES : WINDOW * LANES;
            int next = turn == 0 ? PATCH * LANES : LANES;
            int lines = turn == 0 ? PATCH : WINDOW;
            for (int line = 0; line < lines; line++) {
                int in = first + line * across;
                int out = target + line * further;
                FloatVector u0 = FloatVector.fromArray(Vectors.SPECIES, from, in);
                FloatVector u1 = FloatVector.fromArray(Vectors.SPECIES, from, in + step);
                FloatVector u2 = FloatVector.fromArray(Vectors.SPECIES, from, in + 2 * step);
                FloatVector u3 = FloatVector.fromArray(Vectors.SPECIES, from, in + 3 * step);
                FloatVector u4 = FloatVector.fromArray(Vectors.SPECIES, from, in + 4 * step);
                FloatVector u5 = FloatVector.fromArray(Vectors.SPECIES, from, in + 5 * step);
                FloatVector ones = u1.add(u2).mul(1 / 6f);
                FloatVector twos = u3.add(u4);
                u0.mul(1 / 4f).sub(ones).add(twos.mul(1 / 24f)).intoArray(to, out);
                twos.mul(1 / 6f).sub(ones).add(u5).intoArray(to, out + 2 * next);
                u2.sub(u1).mul(1 / 6f).add(u3.sub(u4).mul(1 / 12f)).intoArray(to, out + next);
            }
        }
    }
}
