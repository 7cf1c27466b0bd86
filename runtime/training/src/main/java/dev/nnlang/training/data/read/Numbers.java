package dev.nnlang.training.data.read;

/** Which numbers a column can hold. */
final class Numbers {

    /** Beyond this, a double skips whole numbers. */
    private static final long MAX_WHOLE = (1L << 53) - 1;

    static final String WHOLE = "a whole number of at most " + MAX_WHOLE;
    static final String IN_RANGE = "a number of at most 3.4e38";

    private Numbers() {}

    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE;
    }

    /** Networks compute in float. */
    static boolean isInRange(double value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }
}
