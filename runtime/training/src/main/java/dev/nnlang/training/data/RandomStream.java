package dev.nnlang.training.data;

import java.util.SplittableRandom;

/**
 * Random numbers with the same bits on every machine and every JDK: the generator is SplitMix64 (Steele, Lea and Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014), and everything derived from it is written here, on
 * {@link StrictMath}, because the JDK does not promise to keep its own derivations.
 */
public final class RandomStream {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom bits;

    private RandomStream(long seed) {
        this.bits = new SplittableRandom(seed);
    }

    /**
     * The stream of one purpose, as {@code "shuffle"} or a parameter's name. Streams of other purposes are independent
     * of it, so that adding a layer leaves the initial weights of the others as they were.
     */
    public static RandomStream of(long seed, String purpose) {
        // FNV-1a of the name; SplitMix64 then scatters seeds that lie close together.
        long hash = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new RandomStream(new SplittableRandom(seed).nextLong() ^ hash);
    }

    /** Uniform on {@code [0, 1)}, 53 bits. */
    public double nextDouble() {
        return (bits.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on {@code 0 .. bound - 1}. */
    public int nextInt(int bound) {
        // The bias of a 53-bit product is below 2^-22 for every int bound.
        return (int) (nextDouble() * bound);
    }

    /** The standard normal distribution, by Box and Muller's transform (1958). */
    public double nextGaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /** Puts the values in random order: Fisher and Yates's shuffle. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }
}
