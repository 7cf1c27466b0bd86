package dev.nnlang.runtime;

/**
 * Numbers that look random and depend on where they stand alone, so that they can be drawn in any order, by any number of threads and many at
 * once ({@link dev.nnlang.runtime.simd.VectorNoise}), and drawn again in the backward pass instead of being kept: a hash of the place.
 *
 * <p>Keys are mixed as SplitMix64 does (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Places are hashed
 * in 32 bits, because vectors multiply those fast on any machine: it is Chris Wellons' triple32 (<a
 * href="https://github.com/skeeto/hash-prospector">hash prospector</a>, public domain), with half of the key added to the place and half after
 * the first product. With the first half alone, two streams would be the same numbers, shifted. What triple32 does last is left out: it would
 * mix the high bits into the low ones, and numbers are made of the high ones.
 */
public final class Noise {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** What triple32 multiplies by. */
    public static final int FIRST = 0xed5ad4bb;

    public static final int SECOND = 0xac4c1b51;
    public static final int THIRD = 0x31848bab;

    /** The bits of 1: with any others below them it is a number on {@code [1, 2)}. */
    public static final int ONE = 0x3f800000;

    private Noise() {}

    /** What tells the numbers of one step of one run from those of all others. */
    public static long key(long seed, long step) {
        return mix(mix(seed) + step * GOLDEN_GAMMA);
    }

    /** What tells the numbers of one layer in this step from those of the others. */
    public static long ofStream(long key, int stream) {
        return mix(key + (stream + 1) * GOLDEN_GAMMA);
    }

    /**
     * A number of 23 bits, evenly distributed on {@code [0, 1)}.
     *
     * @param key of the step
     * @param stream the layer that asks
     * @param place the element that it is for
     */
    public static float uniform(long key, int stream, int place) {
        long own = ofStream(key, stream);
        int bits = place + (int) own;
        bits = (bits ^ bits >>> 17) * FIRST + (int) (own >>> Integer.SIZE);
        bits = (bits ^ bits >>> 11) * SECOND;
        bits = (bits ^ bits >>> 15) * THIRD;
        return Float.intBitsToFloat(bits >>> 9 | ONE) - 1;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
