package dev.nnlang.compiler.formula;

/** {@code erf(x) = 2 / sqrt(pi) * integral of exp(-t^2) from 0 to x}. */
final class ErrorFunction {

    /** From here on erf is 1 in double precision: {@code 1 - erf(6) < 2.2e-17}. */
    private static final double ONE_FROM = 6;

    private ErrorFunction() {}

    /**
     * Sums {@code 2 / sqrt(pi) * exp(-x^2) * (x + 2 x^3 / 3 + 4 x^5 / 15 + …)}: every term has the sign of x, so nothing cancels and the
     * relative error stays near 1e-15. Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6.
     */
    static double of(double x) {
        if (!(Math.abs(x) < ONE_FROM)) {
            return Math.signum(x);
        }
        double term = x;
        double sum = 0;
        for (int n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
