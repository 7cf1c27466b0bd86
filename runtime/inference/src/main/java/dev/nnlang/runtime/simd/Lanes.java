package dev.nnlang.runtime.simd;

/**
 * What the functions have in common.
 *
 * <p>Their form is HotSpot's: it stops inlining, and then keeps vectors in objects, when a compilation has grown to 18,000
 * nodes (NodeCountInliningCutoff), of which every call of the vector API brings about 400. The API's own methods are exempt.
 * So each function calls them itself instead of through small methods, calls at most two methods of ours, and those early.
 *
 * <p>Comparisons with NaN are false, so that a NaN lane goes through {@code blend} unchanged.
 */
final class Lanes {
    /** {@code 1.5 * 2^23}: a sum with it is rounded to a whole number, which then stands in the lowest bits. */
    static final float ROUNDING = 0x1.8p23f;

    static final int SIGN = 0x80000000;
    static final int FRACTION_BITS = 23;

    /** What is added to an exponent to store it. */
    static final int BIAS = 127;

    /** The logarithm of 2 in two parts: a first of so few bits that its product with an exponent is exact, and the rest. */
    static final float LN_2_HIGH = 0x1.62e4p-1f;

    static final float LN_2_LOW = (float) (Math.log(2) - LN_2_HIGH);

    static final float LOG_2_E = (float) (1 / Math.log(2));

    /** Below it {@code e^x - 1} and {@code log(1 + x)} round to x; and the formulas lose the sign of -0, and a bit of the least. */
    static final float IDENTITY = 0x1p-25f;

    private Lanes() {}
}
