package dev.nnlang.runtime.simd;

import static dev.nnlang.runtime.simd.Lanes.ROUNDING;
import static dev.nnlang.runtime.simd.Lanes.SIGN;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * Cody and Waite's reduction: {@code x = n pi / 2 + r}, where the quarter of the circle, n modulo 4, says which of the two
 * functions of r is meant, and its sign. The polynomials on {@code |r| <= pi / 4} are minimax fits (Lawson's algorithm) with
 * coefficients rounded to float one after the other.
 */
final class Circular {
    /** Up to here the three parts of pi / 2 are enough. Lanes beyond are computed one by one, whatever their neighbours are. */
    private static final float LIMIT = 0x1p16f;

    private static final float TWO_BY_PI = (float) (2 / Math.PI);

    /** Pi / 2 in three parts; the last from the digits that come after those of {@code double}. */
    private static final float HIGH = (float) (Math.PI / 2);

    private static final float MIDDLE = (float) (Math.PI / 2 - HIGH);
    private static final float LOW = (float) (Math.PI / 2 - HIGH - MIDDLE + 6.123233995736766e-17);

    private Circular() {}

    static FloatVector sin(FloatVector x) {
        FloatVector rounded = x.fma(TWO_BY_PI, ROUNDING);
        FloatVector result = sine(x, rounded.sub(ROUNDING), rounded.reinterpretAsInts());
        // A zero of either sign stays as it is.
        result = result.blend(x, x.eq(0f));
        VectorMask<Float> beyond = x.abs().compare(GE, LIMIT);
        return beyond.anyTrue() ? result.blend(each(x, Math::sin), beyond) : result;
    }

    /** The sine of one quarter more. */
    static FloatVector cos(FloatVector x) {
        FloatVector rounded = x.fma(TWO_BY_PI, ROUNDING);
        FloatVector result =
                sine(x, rounded.sub(ROUNDING), rounded.reinterpretAsInts().add(1));
        VectorMask<Float> beyond = x.abs().compare(GE, LIMIT);
        return beyond.anyTrue() ? result.blend(each(x, Math::cos), beyond) : result;
    }

    /** The sine of {@code x - n pi / 2} and so many quarters of the circle; relative errors 2^-28 and 2^-33. */
    private static FloatVector sine(FloatVector x, FloatVector n, IntVector quarters) {
        FloatVector r = n.fma(n.broadcast(-MIDDLE), n.fma(n.broadcast(-HIGH), x));
        r = n.fma(n.broadcast(-LOW), r);
        FloatVector square = r.mul(r);
        FloatVector sine = square.fma(-0x1.99212p-13f, 0x1.1106cep-7f);
        sine = sine.fma(square, square.broadcast(-0x1.555544p-3f));
        sine = sine.fma(square.mul(r), r);
        FloatVector cosine = square.fma(0x1.99e42cp-16f, -0x1.6c0c2p-10f);
        cosine = cosine.fma(square, square.broadcast(0x1.55554ap-5f));
        cosine = cosine.fma(square.mul(square), square.fma(-0.5f, 1f));
        // The lowest bit of the quarters, moved to where it makes a float of 0 or 2; the next, to the sign.
        IntVector moved = quarters.lanewise(LSHL, 30);
        VectorMask<Float> odd = moved.lanewise(AND, ~SIGN).reinterpretAsFloats().compare(NE, 0f);
        IntVector result = sine.blend(cosine, odd).reinterpretAsInts();
        return result.lanewise(XOR, moved.lanewise(AND, SIGN)).reinterpretAsFloats();
    }

    private static FloatVector each(FloatVector x, DoubleUnaryOperator function) {
        float[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = (float) function.applyAsDouble(lanes[i]);
        }
        return FloatVector.fromArray(x.species(), lanes, 0);
    }
}
