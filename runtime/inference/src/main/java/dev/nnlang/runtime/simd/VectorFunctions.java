package dev.nnlang.runtime.simd;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;

/**
 * The functions of the language for vectors of any length: {@link dev.nnlang.runtime.Functions} for many numbers at once. Each
 * lane depends on its own number alone, so a number gives the same bits wherever it stands.
 *
 * <p>The errors are the largest of all floats, in units in the last place of the right result; where that is infinite, 0, NaN
 * or subnormal, so is the function's.
 *
 * <p>A loop holds two or three of these before HotSpot gives up: see {@link Lanes}.
 */
public final class VectorFunctions {
    private VectorFunctions() {}

    /** Error 1.1. */
    public static FloatVector exp(FloatVector x) {
        return Exponentials.exp(x);
    }

    /** {@code e^x - 1}, exact also near 0; error 1.6. */
    public static FloatVector expm1(FloatVector x) {
        return Exponentials.expm1(x);
    }

    /** Error 0.9. */
    public static FloatVector log(FloatVector x) {
        return Logarithms.log(x);
    }

    /** {@code log(1 + x)}, exact also near 0; error 1.6. */
    public static FloatVector log1p(FloatVector x) {
        return Logarithms.log1p(x);
    }

    /** Rounded correctly. */
    public static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    /** -1, 0 or 1, as {@link Math#signum}. */
    public static FloatVector sign(FloatVector x) {
        return x.blend(1f, x.compare(GT, 0f)).blend(-1f, x.lt(0f));
    }

    /** Error 1.9. */
    public static FloatVector tanh(FloatVector x) {
        return Exponentials.tanh(x);
    }

    /** {@code 1 / (1 + e^-x)}; error 1.7. */
    public static FloatVector sigmoid(FloatVector x) {
        return Exponentials.sigmoid(x);
    }

    /** {@code log(1 + e^x)}; error 1.9. */
    public static FloatVector softplus(FloatVector x) {
        return Logarithms.softplus(x);
    }

    /** Error 1.1. */
    public static FloatVector erf(FloatVector x) {
        return ErrorFunction.erf(x);
    }

    /** Error 1.6. Slow, but right, where {@code |x|} is 65536 or more. */
    public static FloatVector sin(FloatVector x) {
        return Circular.sin(x);
    }

    /** As {@link #sin}. */
    public static FloatVector cos(FloatVector x) {
        return Circular.cos(x);
    }

    /** As {@link Math#pow}, lane by lane: not faster than numbers alone. */
    public static FloatVector pow(FloatVector base, FloatVector exponent) {
        return Powers.pow(base, exponent);
    }
}
