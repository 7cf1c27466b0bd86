package dev.nnlang.runtime;

/**
 * The functions of the language that generated code calls, each for {@code double} and for {@code float}. None
 * overflows where its result is finite; NaN gives NaN.
 *
 * <p>Accuracy: {@code double} functions are within 2 units in the last place (erf: 1e-14 relative); {@code float}
 * functions compute in {@code double} and round once, so they are within 1 unit (erf: 2). Those that only round are
 * {@link Math}'s own, because the JDK compiles {@code exp}, {@code log}, {@code sin}, {@code cos} and {@code pow} to
 * machine code of its own.
 */
public final class Functions {
    /** Where tanh(x) and x round to the same float: x^2 / 3 is below half a unit in the last place. */
    private static final float TANH_IDENTITY = 0x1p-12f;

    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Functions() {}

    /** {@code x * x}. */
    public static double square(double x) {
        return x * x;
    }

    /** See {@link #square(double)}. */
    public static float square(float x) {
        return x * x;
    }

    /** {@code x * x * x}. */
    public static double cube(double x) {
        return x * x * x;
    }

    /** See {@link #cube(double)}. */
    public static float cube(float x) {
        return x * x * x;
    }

    /** {@code 1 / (1 + e^-x)}. */
    public static double sigmoid(double x) {
        // Either form alone is right everywhere, but e^x keeps the digits of a tiny result that 1 + e^-x rounds away.
        if (x < 0) {
            double power = Math.exp(x);
            return power / (1 + power);
        }
        return 1 / (1 + Math.exp(-x));
    }

    /** See {@link #sigmoid(double)}. */
    public static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-(double) x)));
    }

    /** {@code log(1 + e^x)}, as {@code max(x, 0) + log1p(e^-|x|)}, which cannot overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** See {@link #softplus(double)}. */
    public static float softplus(float x) {
        return (float) softplus((double) x);
    }

    /**
     * The error function, {@code 2 / sqrt(pi)} times the integral of {@code e^-t^2} from 0 to x. Below 3 the series whose
     * terms are all positive (Abramowitz and Stegun 7.1.6), above it Laplace's continued fraction (7.1.14).
     */
    public static double erf(double x) {
        double size = Math.abs(x);
        if (size < 3) {
            return x * erfSeries(x * x);
        }
        return size < 6 ? Math.copySign(1 - erfTail(size), x) : sign(x);
    }

    private static double erfSeries(double square) {
        double sum = 1;
        double term = 1;
        for (int n = 1; term > sum * 0x1p-54; n++) {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * Math.exp(-square) * sum;
    }

    private static double erfTail(double x) {
        double fraction = x;
        for (int n = 40; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
    }

    /**
     * See {@link #erf(double)}. Below 0.5 Taylor's series; above it {@code 1 - e^(-x q(x))}, where the polynomial q is a
     * least-squares fit at Chebyshev nodes on 0.5 to 4, weighted to make the relative error at most 2.4e-8.
     */
    public static float erf(float x) {
        double size = Math.min(Math.abs((double) x), 4);
        double square = size * size;
        if (size < 0.5) {
            double taylor = 1.0 / 216 - square * (1.0 / 1320 - square / 9360);
            taylor = 1 - square * (1.0 / 3 - square * (1.0 / 10 - square * (1.0 / 42 - square * taylor)));
            return (float) (TWO_BY_ROOT_PI * x * taylor);
        }
        double high = -0.022166840166560734 + size * (0.0027964715057944706 - size * 9.11734265305221e-05);
        high -= square * size * 1.433370904260213e-05;
        double q = 1.1284601452197942 + size * (0.6360240849028603 + size * (0.10459708588296394 + size * high));
        return (float) Math.copySign(1 - Math.exp(-size * q), x);
    }

    /** -1, 0 or 1. */
    public static double sign(double x) {
        return Math.signum(x);
    }

    /** See {@link #sign(double)}. */
    public static float sign(float x) {
        return Math.signum(x);
    }

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    /** As {@code 1 - 2 / (1 + e^2x)}, which is several times as fast as {@link Math#tanh}. */
    public static float tanh(float x) {
        return Math.abs(x) < TANH_IDENTITY ? x : (float) (1 - 2 / (1 + Math.exp(2.0 * x)));
    }

    public static double exp(double x) {
        return Math.exp(x);
    }

    public static float exp(float x) {
        return (float) Math.exp(x);
    }

    /** {@code e^x - 1}, exact also near 0. */
    public static double expm1(double x) {
        return Math.expm1(x);
    }

    /** See {@link #expm1(double)}. */
    public static float expm1(float x) {
        return (float) Math.expm1(x);
    }

    public static double log(double x) {
        return Math.log(x);
    }

    public static float log(float x) {
        return (float) Math.log(x);
    }

    /** {@code log(1 + x)}, exact also near 0. */
    public static double log1p(double x) {
        return Math.log1p(x);
    }

    /** See {@link #log1p(double)}. */
    public static float log1p(float x) {
        return (float) Math.log1p(x);
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    public static double sin(double x) {
        return Math.sin(x);
    }

    public static float sin(float x) {
        return (float) Math.sin(x);
    }

    public static double cos(double x) {
        return Math.cos(x);
    }

    public static float cos(float x) {
        return (float) Math.cos(x);
    }

    public static double pow(double base, double exponent) {
        return Math.pow(base, exponent);
    }

    public static float pow(float base, float exponent) {
        return (float) Math.pow(base, exponent);
    }
}
