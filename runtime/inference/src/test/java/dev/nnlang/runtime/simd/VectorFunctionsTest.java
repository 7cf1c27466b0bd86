package dev.nnlang.runtime.simd;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.runtime.Functions;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dvectors.stride=1} looks at every float there is, which takes minutes. */
class VectorFunctionsTest {
    private static final int STRIDE = Integer.getInteger("vectors.stride", 16411);
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** As {@link VectorFunctions} states. */
    private enum Function {
        EXP(1.1, VectorFunctions::exp, Math::exp),
        EXPM1(1.6, VectorFunctions::expm1, Math::expm1),
        LOG(0.9, VectorFunctions::log, Math::log),
        LOG1P(1.6, VectorFunctions::log1p, Math::log1p),
        SQRT(0.51, VectorFunctions::sqrt, Math::sqrt),
        SIGN(0, VectorFunctions::sign, Math::signum),
        TANH(1.9, VectorFunctions::tanh, Math::tanh),
        SIGMOID(1.7, VectorFunctions::sigmoid, Functions::sigmoid),
        SOFTPLUS(1.9, VectorFunctions::softplus, Functions::softplus),
        ERF(1.1, VectorFunctions::erf, Functions::erf),
        SIN(1.6, VectorFunctions::sin, Math::sin),
        COS(1.6, VectorFunctions::cos, Math::cos);

        private final double ulps;
        private final UnaryOperator<FloatVector> vectors;
        private final DoubleUnaryOperator exact;

        Function(double ulps, UnaryOperator<FloatVector> vectors, DoubleUnaryOperator exact) {
            this.ulps = ulps;
            this.vectors = vectors;
            this.exact = exact;
        }

        float[] apply(VectorSpecies<Float> species, float[] x) {
            float[] result = new float[x.length];
            for (int i = 0; i < x.length; i += species.length()) {
                vectors.apply(FloatVector.fromArray(species, x, i)).intoArray(result, i);
            }
            return result;
        }
    }

    private static final float[] EDGES = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1f,
        -1f,
        Math.nextDown(1f),
        Math.nextUp(-1f),
        0.5f,
        2f / 3,
        88.72284f, // the logarithm of the greatest float
        Math.nextUp(88.72284f),
        -87.33655f, // of the least normal one
        -103.97208f, // of half of the least
        Math.nextDown(-103.97208f),
        16f, // beyond it 1 - erf(x) is nothing
        65536f,
        Math.nextDown(65536f),
        1e30f,
        -1e30f,
        (float) Math.PI,
        (float) (Math.PI / 2),
        (float) (Math.PI / 4),
        1 << 24
    };

    /** How far off, in units in the last place of the right result; infinite if they are not even of one kind. */
    private static double error(float actual, double exact) {
        float rounded = (float) exact;
        if (Float.compare(actual, rounded) == 0) {
            return 0;
        }
        // The last step beyond the greatest float is as long as the one before it.
        double ulp = Math.ulp(Math.min(Math.abs(rounded), Float.MAX_VALUE));
        boolean comparable = Float.isFinite(actual) && (actual != 0 || rounded != 0) && !Double.isNaN(exact);
        return comparable ? Math.abs(actual - exact) / ulp : Double.POSITIVE_INFINITY;
    }

    private static void check(Function function, float[] x) {
        float[] actual = function.apply(SPECIES, x);
        for (int i = 0; i < x.length; i++) {
            double exact = function.exact.applyAsDouble(x[i]);
            double error = error(actual[i], exact);
            if (error > function.ulps) {
                assertWithMessage("%s(%s) = %s, not %s, in ulp", function, x[i], actual[i], exact)
                        .that(error)
                        .isAtMost(function.ulps);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAsExactAsItSays(Function function) {
        float[] x = new float[64];
        for (long bits = 0; bits < 1L << 32; bits += (long) x.length * STRIDE) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Float.intBitsToFloat((int) (bits + (long) i * STRIDE));
            }
            check(function, x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRightAtTheEdges(Function function) {
        check(function, EDGES);
        float[] negative = EDGES.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -negative[i];
        }
        check(function, negative);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsInVectorsOfAnyLength(Function function) {
        float[] x = new float[1024];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < x.length; i++) {
            // Some beyond the limit from which sin and cos go lane by lane.
            x[i] = i % 9 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) (20 * random.nextDouble() - 10);
        }
        float[] expected = function.apply(FloatVector.SPECIES_64, x);
        assertThat(function.apply(FloatVector.SPECIES_128, x)).isEqualTo(expected);
        assertThat(function.apply(FloatVector.SPECIES_256, x)).isEqualTo(expected);
        assertThat(function.apply(FloatVector.SPECIES_512, x)).isEqualTo(expected);
    }

    /** In a process of its own: there the functions see vectors of one length only, as in use. */
    @Test
    void allocatesNothingOnceItIsCompiled() throws Exception {
        assertThat(Simd.present()).isTrue();
        assertThat(SimdTest.run(VectorAllocations.class, "--add-modules", "jdk.incubator.vector"))
                .isEqualTo("no allocation");
    }

    @Test
    void raisesToAnyPower() {
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[SPECIES.length()];
        float[] y = new float[SPECIES.length()];
        float[] result = new float[SPECIES.length()];
        for (int round = 0; round < 10_000; round++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 4 * random.nextFloat() - 1;
                y[i] = random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 40 * random.nextFloat() - 20;
                y[i] = random.nextBoolean() ? Math.round(y[i]) : y[i];
            }
            VectorFunctions.pow(FloatVector.fromArray(SPECIES, x, 0), FloatVector.fromArray(SPECIES, y, 0))
                    .intoArray(result, 0);
            for (int i = 0; i < x.length; i++) {
                assertWithMessage("%s^%s", x[i], y[i])
                        .that(error(result[i], Math.pow(x[i], y[i])))
                        .isAtMost(2.0);
            }
        }
    }
}
