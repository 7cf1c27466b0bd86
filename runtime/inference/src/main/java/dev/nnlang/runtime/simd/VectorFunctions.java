package dev.nnlang.runtime.simd;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;

/**
 * The functions of the language for vectors of any length: {@link dev.nnlang.runtime.Functions} for many numbers at once. Each
 * lane depends on its own number alone, so a number gives the same bits wherever it stands.
 */
public final class VectorFunctions {
    private VectorFunctions() {}

    /** How long this machine's vectors are. */
    static int bits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    public static FloatVector exp(FloatVector x) {
        return Exponentials.exp(x);
    }

    public static FloatVector expm1(FloatVector x) {
        return Exponentials.expm1(x);
    }

    public static FloatVector log(FloatVector x) {
        return Logarithms.log(x);
    }

    public static FloatVector log1p(FloatVector x) {
        return Logarithms.log1p(x);
    }

    public static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    public static FloatVector sign(FloatVector x) {
        return x.blend(1f, x.compare(GT, 0f)).blend(-1f, x.lt(0f));
    }

    public static FloatVector tanh(FloatVector x) {
        return Exponentials.tanh(x);
    }

    public static FloatVector sigmoid(FloatVector x) {
        return Exponentials.sigmoid(x);
    }

    public static FloatVector softplus(FloatVector x) {
        return Logarithms.softplus(x);
    }

    public static FloatVector erf(FloatVector x) {
        return ErrorFunction.erf(x);
    }

    public static FloatVector sin(FloatVector x) {
        return Circular.sin(x);
    }

    public static FloatVector cos(FloatVector x) {
        return Circular.cos(x);
    }

    public static FloatVector pow(FloatVector base, FloatVector exponent) {
        return Powers.pow(base, exponent);
    }
}
