package dev.nnlang.runtime.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Moves blocks of matrices to where a tile of a contraction reads, or keeps, them: side by side. */
public final class Pack {

    /** As many floats as a cache line has. */
    private static final int TERMS = 16;

    /** So few that the cache lines they come from are still there for the next tile, even if all lie in one set of the cache. */
    private static final int TILE_TERMS = 8;

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

    /** Term by term, because memory is read fastest in order. */
    private static void rows(float[] from, int start, int step, int depth, int columns, int width, float[] to, int at) {
        int whole = columns / Vectors.LANES * Vectors.LANES;
        if (whole == 0) {
            narrow(from, start, step, depth, columns, width, to, at);
            return;
        }
        copy(from, start, step, whole, depth, to, at, width);
        if (whole < columns) {
            FloatVector zero = Vectors.all(0);
            VectorMask<Float> own = Vectors.count(columns - Vectors.LANES).compare(VectorOperators.GE, whole);
            int last = start + columns - Vectors.LANES;
            for (int k = 0; k < depth; k++) {
                zero.blend(Vectors.load(from, last + k * step), own).intoArray(to, at + whole + k * width);
            }
        }
    }

    /** Fewer columns than a vector has lanes. */
    private static void narrow(
            float[] from, int start, int step, int depth, int columns, int width, float[] to, int at) {
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < columns; j++) {
                to[at + k * width + j] = from[start + k * step + j];
            }
            for (int j = columns; j < width; j++) {
                to[at + k * width + j] = 0;
            }
        }
    }

    /** A few terms of all columns before the next: a column's terms lie side by side, or few cache lines apart. */
    private static void columns(
            float[] from, int start, int step, int across, int depth, int columns, int width, float[] to, int at) {
        int whole = columns / Vectors.LANES * Vectors.LANES;
        int rest = whole == 0 ? 0 : width - columns;
        for (int first = 0; first < depth; first += TERMS) {
            int end = Math.min(depth, first + TERMS);
            for (int j = 0; j < columns; j++) {
                int source = start + j * across;
                int target = at + (j < whole ? j : rest + j);
                for (int k = first; k < end; k++) {
                    to[target + k * width] = from[source + k * step];
                }
            }
            int zeros = whole == 0 ? columns : whole;
            for (int j = zeros; j < zeros + width - columns; j++) {
                for (int k = first; k < end; k++) {
                    to[at + j + k * width] = 0;
                }
            }
        }
    }

    /**
     * Columns of the left side as rows of tiles: {@code to[tile][k][height]}; the last tile is lower if {@code rows} is no multiple of the height.
     *
     * @param start where the first row of the first term lies in {@code from}; the next row lies beside it
     * @param step from one term of the sum to the next
     */
    public static void tiles(float[] from, int start, int step, int rows, int depth, int height, float[] to) {
        for (int first = 0; first < depth; first += TILE_TERMS) {
            int end = Math.min(depth, first + TILE_TERMS);
            for (int row = 0; row < rows; row += height) {
                int high = Math.min(height, rows - row);
                for (int k = first; k < end; k++) {
                    int source = start + k * step + row;
                    int target = row * depth + k * high;
                    for (int i = 0; i < high; i++) {
                        to[target + i] = from[source + i];
                    }
                }
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
        if (last <= 0) {
            for (int i = 0; i < rows; i++) {
                zero.intoArray(to, at + last + i * stride);
            }
            return;
        }
        int middle = Math.min(last, Vectors.LANES);
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            zero.intoArray(to, row);
            zero.intoArray(to, row + middle);
            for (int v = 2 * Vectors.LANES; v < last; v += Vectors.LANES) {
                zero.intoArray(to, row + v);
            }
            zero.intoArray(to, row + last);
        }
    }

    /** A block of {@code rows} rows of so many columns, from where they lie {@code step} apart to where they lie {@code stride} apart. */
    public static void block(float[] from, int start, int step, int columns, int rows, float[] to, int at, int stride) {
        int whole = columns / Vectors.LANES * Vectors.LANES;
        copy(from, start, step, whole, rows, to, at, stride);
        for (int i = 0; i < rows; i++) {
            for (int j = whole; j < columns; j++) {
                to[at + j + i * stride] = from[start + j + i * step];
            }
        }
    }

    /**
     * Whole vectors of some rows. Calls the API itself, because this is inlined into methods of which HotSpot inlines nothing else any more: see
     * {@link Lanes}.
     */
    private static void copy(float[] from, int start, int step, int columns, int rows, float[] to, int at, int stride) {
        int v = 0;
        // As wide as a panel of most machines: in one go, so that each row is read at once.
        for (; v + 2 * Vectors.LANES < columns; v += 3 * Vectors.LANES) {
            for (int i = 0; i < rows; i++) {
                int source = start + v + i * step;
                int target = at + v + i * stride;
                FloatVector.fromArray(Vectors.SPECIES, from, source).intoArray(to, target);
                FloatVector.fromArray(Vectors.SPECIES, from, source + Vectors.LANES)
                        .intoArray(to, target + Vectors.LANES);
                FloatVector.fromArray(Vectors.SPECIES, from, source + 2 * Vectors.LANES)
                        .intoArray(to, target + 2 * Vectors.LANES);
            }
        }
        if (v + Vectors.LANES < columns) {
            for (int i = 0; i < rows; i++) {
                int source = start + v + i * step;
                int target = at + v + i * stride;
                FloatVector.fromArray(Vectors.SPECIES, from, source).intoArray(to, target);
                FloatVector.fromArray(Vectors.SPECIES, from, source + Vectors.LANES)
                        .intoArray(to, target + Vectors.LANES);
            }
        } else if (v < columns) {
            for (int i = 0; i < rows; i++) {
                FloatVector.fromArray(Vectors.SPECIES, from, start + v + i * step)
                        .intoArray(to, at + v + i * stride);
            }
        }
    }

    /** At which row a tile begins, if every {@code length} rows are cut into tiles of {@code height}, and one that is lower for what is left over. */
    public static int row(int tile, int length, int height) {
        int tiles = (length + height - 1) / height;
        return tile / tiles * length + tile % tiles * height;
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
