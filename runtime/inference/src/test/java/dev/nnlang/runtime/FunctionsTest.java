package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    private interface FloatFunction {
        float apply(float x);
    }

    private record Pair(String name, DoubleUnaryOperator wide, FloatFunction narrow) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("sigmoid", Functions::sigmoid, Functions::sigmoid),
            new Pair("softplus", Functions::softplus, Functions::softplus),
            new Pair("erf", Functions::erf, Functions::erf),
            new Pair("tanh", Functions::tanh, Functions::tanh),
            new Pair("exp", Functions::exp, Functions::exp),
            new Pair("expm1", Functions::expm1, Functions::expm1),
            new Pair("log", Functions::log, Functions::log),
            new Pair("log1p", Functions::log1p, Functions::log1p),
            new Pair("sqrt", Functions::sqrt, Functions::sqrt),
            new Pair("sin", Functions::sin, Functions::sin),
            new Pair("cos", Functions::cos, Functions::cos),
            new Pair("sign", Functions::sign, Functions::sign));

    /** The values are mpmath's, with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-09, 1.1283791670955127e-09",
        "0.01, 0.011283415555849618",
        "0.3, 0.3286267594591274",
        "0.5, 0.5204998778130465",
        "1, 0.8427007929497149",
        "1.5, 0.9661051464753108",
        "2.5, 0.999593047982555",
        "2.999, 0.9999777698314002",
        "3, 0.9999779095030014",
        "4, 0.9999999845827421",
        "5.9, 0.9999999999999999",
        "1e4, 1"
    })
    void computesErf(double x, double expected) {
        assertThat(Functions.erf(x)).isWithin(1e-14 * expected).of(expected);
        assertThat(Functions.erf(-x)).isEqualTo(-Functions.erf(x));
    }

    @ParameterizedTest
    @CsvSource({
        "-700, 9.85967654375977e-305, 9.85967654375977e-305",
        "-40, 4.248354255291589e-18, 4.248354255291589e-18",
        "-1, 0.2689414213699951, 0.3132616875182228",
        "0, 0.5, 0.6931471805599453",
        "30, 0.9999999999999064, 30.000000000000092",
        "1e4, 1, 10000"
    })
    void computesSigmoidAndSoftplus(double x, double sigmoid, double softplus) {
        assertThat(Functions.sigmoid(x)).isWithin(4e-16 * sigmoid).of(sigmoid);
        assertThat(Functions.softplus(x)).isWithin(4e-16 * softplus).of(softplus);
    }

    @Test
    void roundsTheFloatFunctionsCorrectly() {
        SplittableRandom random = new SplittableRandom(1);
        for (Pair pair : PAIRS) {
            for (int i = 0; i < 20_000; i++) {
                // From far below one to far above it, of either sign.
                float x = (float) (Math.pow(10, 10 * random.nextDouble() - 6) * (random.nextBoolean() ? 1 : -1));
                float exact = (float) pair.wide().applyAsDouble(x);
                float actual = pair.narrow().apply(x);
                boolean close = Float.compare(actual, exact) == 0 || Math.abs(actual - exact) <= 2 * Math.ulp(exact);
                assertWithMessage("%s(%s) = %s, not %s", pair.name(), x, actual, exact)
                        .that(close)
                        .isTrue();
            }
        }
    }

    @Test
    void keepsNotANumberAndSurvivesExtremes() {
        for (Pair pair : PAIRS) {
            assertWithMessage(pair.name()).that(pair.narrow().apply(Float.NaN)).isNaN();
            assertWithMessage(pair.name())
                    .that(pair.wide().applyAsDouble(Double.NaN))
                    .isNaN();
        }
        for (float x : new float[] {-1e4f, 1e4f}) {
            float on = x > 0 ? 1 : 0;
            assertThat(Functions.sigmoid(x)).isEqualTo(on);
            assertThat(Functions.softplus(x)).isEqualTo(Math.max(x, 0));
            assertThat(Functions.tanh(x)).isEqualTo(Math.signum(x));
            assertThat(Functions.erf(x)).isEqualTo(Math.signum(x));
        }
        assertThat(Functions.pow(2f, 0.5f)).isEqualTo((float) Math.sqrt(2));
    }
}
