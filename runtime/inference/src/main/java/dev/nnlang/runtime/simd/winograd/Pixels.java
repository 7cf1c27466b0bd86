package dev.nnlang.runtime.simd.winograd;

import dev.nnlang.runtime.simd.Vectors;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** What all transformations do with the pixels of a strip. */
final class Pixels {

    private static final int LANES = Vectors.LANES;

    private Pixels() {}

    /** Copies a square of {@code size} x {@code size} pixels, 0 where it lies outside the image. */
    static void copySquare(
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

    /** Adds {@code count} channels, at most a vector of them. */
    static void add(float[] from, int start, int count, float[] to, int at) {
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

    /** Where the vector of the c-th of so many channels begins: the last overlaps the one before. */
    static int lane(int c, int channels) {
        return Math.min(c, channels - LANES);
    }
}
