package dev.nnlang.runtime.simd;

import static dev.nnlang.runtime.simd.Lanes.BIAS;
import static dev.nnlang.runtime.simd.Lanes.FRACTION_BITS;
import static dev.nnlang.runtime.simd.Lanes.LN_2_HIGH;
import static dev.nnlang.runtime.simd.Lanes.LN_2_LOW;
import static dev.nnlang.runtime.simd.Lanes.LOG_2_E;
import static dev.nnlang.runtime.simd.Lanes.ROUNDING;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;

/**
 * Up to 1 an odd polynomial; above it {@code 1 - e^-p(x)} with a polynomial p, up to 4, from where erf rounds to 1. Both are
 * minimax fits (Lawson's algorithm) with coefficients rounded to float one after the other.
 */
final class ErrorFunction {
    private static final float ONE = 4f;

    private ErrorFunction() {}

    static FloatVector erf(FloatVector x) {
        FloatVector size = x.abs().blend(ONE, x.abs().compare(GT, ONE));
        FloatVector exponent = exponent(size);
        FloatVector near = near(x);
        // e^exponent, which is neither large nor tiny: see Exponentials.
        FloatVector rounded = exponent.fma(LOG_2_E, ROUNDING + BIAS);
        FloatVector n = rounded.sub(ROUNDING + BIAS);
        FloatVector r = n.fma(n.broadcast(-LN_2_LOW), n.fma(n.broadcast(-LN_2_HIGH), exponent));
        FloatVector power =
                rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats();
        FloatVector far =
                power.neg().fma(Exponentials.expm1OfRemainder(r), power.neg()).add(1f);
        return far.blend(far.neg(), x.lt(0f)).blend(near, size.lt(1f));
    }

    /** Relative error 2^-29. */
    private static FloatVector near(FloatVector x) {
        FloatVector square = x.mul(x);
        FloatVector p = square.fma(0x1.4771fcp-14f, -0x1.a3515ep-11f);
        p = p.fma(square, square.broadcast(0x1.53f224p-8f));
        p = p.fma(square, square.broadcast(-0x1.b7f71ap-6f));
        p = p.fma(square, square.broadcast(0x1.ce2ce6p-4f));
        p = p.fma(square, square.broadcast(-0x1.81273ep-2f));
        p = p.fma(square, square.broadcast(0x1.06eba8p-3f));
        return p.fma(x, x);
    }

    /** The logarithm of {@code 1 - erf(x)}; absolute error of its power 2^-29. */
    private static FloatVector exponent(FloatVector x) {
        FloatVector p = x.fma(0x1.85322cp-13f, -0x1.814f78p-9f);
        p = p.fma(x, x.broadcast(0x1.654344p-6f));
        p = p.fma(x, x.broadcast(-0x1.a60b08p-4f));
        p = p.fma(x, x.broadcast(-0x1.46c574p-1f));
        p = p.fma(x, x.broadcast(-0x1.2085b6p0f));
        return p.fma(x, x.broadcast(-0x1.72db92p-12f));
    }
}
