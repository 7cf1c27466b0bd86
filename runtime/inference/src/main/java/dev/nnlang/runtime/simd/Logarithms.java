package dev.nnlang.runtime.simd;

import static dev.nnlang.runtime.simd.Lanes.FRACTION_BITS;
import static dev.nnlang.runtime.simd.Lanes.LN_2_HIGH;
import static dev.nnlang.runtime.simd.Lanes.LN_2_LOW;
import static dev.nnlang.runtime.simd.Lanes.ROUNDING;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * {@code x = 2^k (1 + f)}, {@code log x = k ln 2 + log(1 + f)} with {@code 1 + f} from 2/3 to 4/3, where the polynomial is a
 * minimax fit (Lawson's algorithm), with coefficients rounded to float one after the other.
 */
final class Logarithms {
    /** The bits of 2/3: less these, what stands in the exponent's place is k. */
    private static final int LOWEST_FACTOR = Float.floatToRawIntBits(2f / 3);

    private static final int EXPONENT = 0xff800000;
    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);
    private static final int BITS_OF_4 = Float.floatToRawIntBits(4f);

    private Logarithms() {}

    /** {@code log(1 + f) = f - f^2 / 2 + f^3 p(f)}: this is p; relative error 2^-27. */
    private static FloatVector tail(FloatVector f) {
        FloatVector p = f.fma(-0x1.07aa58p-3f, 0x1.1e72a2p-3f);
        p = p.fma(f, f.broadcast(-0x1.f33c6ap-4f));
        p = p.fma(f, f.broadcast(0x1.1ed452p-3f));
        p = p.fma(f, f.broadcast(-0x1.559c2ep-3f));
        p = p.fma(f, f.broadcast(0x1.99d05cp-3f));
        p = p.fma(f, f.broadcast(-0x1.fffefap-3f));
        return p.fma(f, f.broadcast(0x1.555506p-2f));
    }

    static FloatVector log(FloatVector x) {
        // Numbers too small for a bit before the point get one.
        FloatVector normal = x.blend(x.mul(0x1p25f), x.lt(Float.MIN_NORMAL));
        IntVector bits = normal.reinterpretAsInts();
        IntVector place = bits.sub(LOWEST_FACTOR);
        FloatVector f =
                bits.sub(place.lanewise(AND, EXPONENT)).reinterpretAsFloats().sub(1f);
        FloatVector p = tail(f);
        FloatVector k = place.lanewise(ASHR, FRACTION_BITS)
                .add(ROUNDING_BITS)
                .reinterpretAsFloats()
                .sub(ROUNDING);
        k = k.blend(k.sub(25f), x.lt(Float.MIN_NORMAL));
        FloatVector square = f.mul(f);
        FloatVector small = square.mul(f).fma(p, k.mul(LN_2_LOW));
        FloatVector result = k.fma(k.broadcast(LN_2_HIGH), f.add(square.fma(f.broadcast(-0.5f), small)));
        return x.broadcast(Float.NaN)
                .blend(Float.NEGATIVE_INFINITY, x.eq(0f))
                .blend(result, x.compare(GT, 0f))
                .blend(Float.POSITIVE_INFINITY, x.eq(Float.POSITIVE_INFINITY));
    }

    /**
     * With the k of {@code 1 + x}, but {@code f = x / 2^k + (1 / 2^k - 1)}, which is rounded only once, and not at all
     * if k is 0.
     */
    static FloatVector log1p(FloatVector x) {
        IntVector place = x.add(1f).reinterpretAsInts().sub(LOWEST_FACTOR);
        // 4 / 2^k, because 1 / 2^k may be no normal float.
        FloatVector inverse = place.lanewise(AND, EXPONENT).neg().add(BITS_OF_4).reinterpretAsFloats();
        FloatVector k = place.lanewise(ASHR, FRACTION_BITS)
                .add(ROUNDING_BITS)
                .reinterpretAsFloats()
                .sub(ROUNDING);
        FloatVector f = inverse.fma(x.mul(0.25f), inverse.fma(0.25f, -1f));
        FloatVector p = tail(f);
        FloatVector square = f.mul(f);
        FloatVector small = square.mul(f).fma(p, k.mul(LN_2_LOW));
        FloatVector result = k.fma(k.broadcast(LN_2_HIGH), f.add(square.fma(f.broadcast(-0.5f), small)));
        return x.broadcast(Float.NaN)
                .blend(Float.NEGATIVE_INFINITY, x.eq(-1f))
                .blend(result, x.compare(GT, -1f))
                .blend(x, x.abs().lt(Lanes.IDENTITY))
                .blend(Float.POSITIVE_INFINITY, x.eq(Float.POSITIVE_INFINITY));
    }

    /** {@code max(x, 0) + log(1 + e)} with {@code e = e^-|x|}, where k is 0 or 1. */
    static FloatVector softplus(FloatVector x) {
        FloatVector e = Exponentials.exp(x.abs().neg());
        FloatVector f = e.fma(0.5f, -0.5f).blend(e, e.lt(1f / 3));
        FloatVector p = tail(f);
        FloatVector k = e.broadcast(1f).blend(0f, e.lt(1f / 3));
        FloatVector square = f.mul(f);
        FloatVector small = square.mul(f).fma(p, k.mul(LN_2_LOW));
        FloatVector log = k.fma(k.broadcast(LN_2_HIGH), f.add(square.fma(f.broadcast(-0.5f), small)));
        return x.blend(0f, x.lt(0f)).add(log);
    }
}
