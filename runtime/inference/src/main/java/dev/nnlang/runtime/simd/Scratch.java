package dev.nnlang.runtime.simd;

import dev.nnlang.runtime.Member;
import java.util.Arrays;

/** Arrays in which each member of a team keeps what a contraction needs for a moment. They grow to what is needed and then stay. */
public final class Scratch {

    /** The arrays of one purpose, one for each member. */
    private static final class Slots {
        private volatile float[][] arrays = new float[1][];

        float[] get(Member member, int length) {
            if (arrays.length < member.size()) {
                grow(member.size());
            }
            float[] own = arrays[member.number()];
            if (own == null || own.length < length) {
                own = new float[length];
                arrays[member.number()] = own;
            }
            return own;
        }

        /** What another member stores meanwhile may be forgotten; it will then make it again. */
        private synchronized void grow(int members) {
            if (arrays.length < members) {
                arrays = Arrays.copyOf(arrays, members);
            }
        }
    }

    /** The array of one purpose, of all members together. */
    private static final class Common {
        private float[] array = {};

        synchronized float[] get(int length) {
            if (array.length < length) {
                array = new float[length];
            }
            return array;
        }
    }

    private final Slots left = new Slots();
    private final Slots right = new Slots();
    private final Slots sums = new Slots();
    private final Common commonRight = new Common();
    private final Common commonSums = new Common();

    /** For what all members pack together: the same for all. */
    public float[] commonRight(int length) {
        return commonRight.get(length);
    }

    /** For sums of which each member adds up its own: the same for all. */
    public float[] commonSums(int length) {
        return commonSums.get(length);
    }

    /** For rows of the left side, tile by tile. */
    public float[] left(Member member, int length) {
        return left.get(member, length);
    }

    /** For a panel of the right side. */
    public float[] right(Member member, int length) {
        return right.get(member, length);
    }

    /** For sums that are wider than where they will be stored. */
    public float[] sums(Member member, int length) {
        return sums.get(member, length);
    }
}
