package dev.nnlang.runtime.simd;

import static dev.nnlang.runtime.simd.Lanes.BIAS;
import static dev.nnlang.runtime.simd.Lanes.FRACTION_BITS;
import static dev.nnlang.runtime.simd.Lanes.LN_2_HIGH;
import static dev.nnlang.runtime.simd.Lanes.LN_2_LOW;
import static dev.nnlang.runtime.simd.Lanes.LOG_2_E;
import static dev.nnlang.runtime.simd.Lanes.ROUNDING;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Cody and Waite's reduction: {@code x = n ln 2 + r}, {@code e^x = 2^n e^r}, where the polynomial of {@code e^r} is a
 * minimax fit on {@code |r| <= ln 2 / 2} (Lawson's algorithm), with coefficients rounded to float one after the other.
 */
final class Exponentials {
    /** Below it, half of the least float is more than {@code e^x}; above the other, e^x is more than the greatest. */
    private static final float LOWEST = -104f;

    private static final float HIGHEST = 89f;

    /** Below it {@code e^x - 1} rounds to -1. */
    private static final float LOWEST_EXPM1 = -18f;

    /** Twice 9.1, beyond which tanh rounds to 1. */
    private static final float TWICE_HIGHEST_TANH = 18.2f;

    private Exponentials() {}

    /** {@code e^r - 1 = r + r^2 p(r)}, relative error 2^-26. */
    static FloatVector expm1OfRemainder(FloatVector r) {
        FloatVector p = r.fma(0x1.6b9084p-10f, 0x1.122b98p-7f);
        p = p.fma(r, r.broadcast(0x1.555702p-5f));
        p = p.fma(r, r.broadcast(0x1.5554acp-3f));
        p = p.fma(r, r.broadcast(0x1.fffffep-2f));
        return p.fma(r.mul(r), r);
    }

    /** Times {@code 2^n} in two steps, because that alone may be no normal float. */
    static FloatVector exp(FloatVector x) {
        FloatVector limited = x.blend(LOWEST, x.lt(LOWEST)).blend(HIGHEST, x.compare(GT, HIGHEST));
        // With both steps' biases in it, the exponent is positive and can be cut in halves.
        FloatVector rounded = limited.fma(LOG_2_E, ROUNDING + 2 * BIAS);
        FloatVector n = rounded.sub(ROUNDING + 2 * BIAS);
        FloatVector r = n.fma(n.broadcast(-LN_2_LOW), n.fma(n.broadcast(-LN_2_HIGH), limited));
        FloatVector result = expm1OfRemainder(r).add(1f);
        IntVector exponents = rounded.reinterpretAsInts();
        IntVector half = exponents.lanewise(LSHR, 1);
        return result.mul(half.lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats())
                .mul(exponents.sub(half).lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats());
    }

    /** {@code 2^n (e^r - 1) + (2^n - 1)}, computed by halves because {@code 2^n} may be just too large. */
    static FloatVector expm1(FloatVector x) {
        FloatVector limited = x.blend(LOWEST_EXPM1, x.lt(LOWEST_EXPM1)).blend(HIGHEST, x.compare(GT, HIGHEST));
        FloatVector rounded = limited.fma(LOG_2_E, ROUNDING + (BIAS - 1));
        FloatVector n = rounded.sub(ROUNDING + (BIAS - 1));
        FloatVector q = expm1OfRemainder(n.fma(n.broadcast(-LN_2_LOW), n.fma(n.broadcast(-LN_2_HIGH), limited)));
        FloatVector half =
                rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats();
        FloatVector result = half.fma(q, half.sub(0.5f));
        return result.add(result).blend(x, x.abs().lt(Lanes.IDENTITY));
    }

    /** With {@code q = e^2|x| - 1} it is {@code q / (q + 2)}; for small q better {@code q/2 - q/2 tanh |x|}. */
    static FloatVector tanh(FloatVector x) {
        FloatVector twice = x.abs().mul(2f);
        twice = twice.blend(TWICE_HIGHEST_TANH, twice.compare(GT, TWICE_HIGHEST_TANH));
        FloatVector rounded = twice.fma(LOG_2_E, ROUNDING + BIAS);
        FloatVector n = rounded.sub(ROUNDING + BIAS);
        FloatVector q = expm1OfRemainder(n.fma(n.broadcast(-LN_2_LOW), n.fma(n.broadcast(-LN_2_HIGH), twice)));
        FloatVector power =
                rounded.reinterpretAsInts().lanewise(LSHL, FRACTION_BITS).reinterpretAsFloats();
        FloatVector expm1 = power.fma(q, power.sub(1f));
        FloatVector quotient = expm1.div(expm1.add(2f));
        FloatVector half = expm1.mul(0.5f);
        FloatVector result = quotient.blend(quotient.neg().fma(half, half), expm1.lt(1f));
        // Not by the bits of x: a second cast of it made JDK 17 keep x as an object. The last blend keeps the sign of
        // 0.
        return result.blend(result.neg(), x.lt(0f)).blend(x, x.eq(0f));
    }

    /**
     * With {@code e = e^-|x|}, which cannot overflow, and {@code w = e / (1 + e)}: below 0 it is {@code e - e w}, above it
     * {@code 1 - w}.
     */
    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        FloatVector w = e.div(e.add(1f));
        FloatVector from = e.broadcast(1f).blend(e, x.lt(0f));
        return w.neg().fma(from, from);
    }
}
