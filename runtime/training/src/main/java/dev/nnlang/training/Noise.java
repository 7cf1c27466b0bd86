package dev.nnlang.training;

/**
 * Numbers that look random and depend on where they stand alone, so that they can be drawn in any order and by any number of threads, and
 * drawn again in the backward pass instead of being kept: SplitMix64's mixer (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014) as a hash of the place.
 */
public final class Noise {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Noise() {}

    /** What tells the numbers of one step of one run from those of all others. */
    public static long key(long seed, long step) {
        return mix(mix(seed) + step * GOLDEN_GAMMA);
    }

    /**
     * A number of 24 bits, evenly distributed on {@code [0, 1)}.
     *
     * @param stream the layer that asks
     * @param place the element that it is for
     */
    public static float uniform(long key, int stream, int place) {
        long bits = mix(key + (((long) stream << Integer.SIZE) + place) * GOLDEN_GAMMA);
        return (bits >>> 40) * 0x1p-24f;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
