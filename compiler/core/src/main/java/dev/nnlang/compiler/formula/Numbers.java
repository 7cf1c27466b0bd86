package dev.nnlang.compiler.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/** Arithmetic on the constants of a formula. */
public final class Numbers {

    /** Two sums closer than this, relatively, differ by rounding. */
    private static final double ROUNDING = 4e-16;

    private static final MathContext SHORT = new MathContext(14);

    private Numbers() {}

    /** The short decimal that rounding has led away from, if there is one: 0.5 for 0.49999999999999989. */
    public static double tidy(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double rounded = new BigDecimal(value).round(SHORT).doubleValue();
        return Math.abs(rounded - value) <= ROUNDING * Math.abs(value) ? rounded : value;
    }

    /** The sum, or 0 where all that is left is rounding. */
    public static double add(double left, double right) {
        double sum = left + right;
        return Math.abs(sum) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)) ? 0 : tidy(sum);
    }

    public static boolean isInteger(double value) {
        return value == Math.rint(value) && Double.isFinite(value);
    }

    public static boolean isEven(double value) {
        return value % 2 == 0;
    }
}
