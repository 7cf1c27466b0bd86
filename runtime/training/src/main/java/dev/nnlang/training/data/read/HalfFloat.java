package dev.nnlang.training.data.read;

/** Numbers of 16 bits (IEEE 754 binary16): a sign, 5 bits of exponent, 10 of fraction. */
final class HalfFloat {

    private static final int BIAS = 15;
    private static final int FRACTION_BITS = 10;
    private static final int SPECIAL = 31;

    private HalfFloat() {}

    static double value(short bits) {
        int exponent = bits >> FRACTION_BITS & SPECIAL;
        double fraction = (bits & (1 << FRACTION_BITS) - 1) / (double) (1 << FRACTION_BITS);
        double magnitude;
        if (exponent == SPECIAL) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb(fraction, 1 - BIAS);
        } else {
            magnitude = Math.scalb(1 + fraction, exponent - BIAS);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
