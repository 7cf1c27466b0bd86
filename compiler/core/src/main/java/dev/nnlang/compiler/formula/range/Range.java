package dev.nnlang.compiler.formula.range;

import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.Printer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;

/**
 * An interval of real numbers, each end open or closed; an infinite end is always open. Operations give an interval that holds every result
 * for operands from theirs, and are exact but for the rounding of the ends.
 */
public record Range(double low, boolean lowClosed, double high, boolean highClosed) {

    public static final Range ALL = open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    public static final Range NON_NEGATIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);
    public static final Range POSITIVE = open(0, Double.POSITIVE_INFINITY);

    public Range {
        // An end that has overflowed still is a number.
        low = Math.min(low, Double.MAX_VALUE);
        high = Math.max(high, -Double.MAX_VALUE);
        lowClosed = lowClosed && low != Double.NEGATIVE_INFINITY;
        highClosed = highClosed && high != Double.POSITIVE_INFINITY;
    }

    /** {@code (low, high)}. */
    public static Range open(double low, double high) {
        return new Range(low, false, high, false);
    }

    /** {@code [low, high]}. */
    public static Range closed(double low, double high) {
        return new Range(low, true, high, true);
    }

    /** The one number. */
    public static Range of(double value) {
        return closed(value, value);
    }

    public boolean contains(double value) {
        return (lowClosed ? low <= value : low < value) && (highClosed ? value <= high : value < high);
    }

    /** Whether no number is in it. */
    public boolean isEmpty() {
        return low > high || low == high && !(lowClosed && highClosed);
    }

    public boolean isPositive() {
        return low > 0 || low == 0 && !lowClosed;
    }

    public boolean isNonNegative() {
        return low >= 0;
    }

    public boolean isNegative() {
        return negate().isPositive();
    }

    public boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    public Range negate() {
        return new Range(-high, highClosed, -low, lowClosed);
    }

    public Range add(Range other) {
        return new Range(
                low + other.low, lowClosed && other.lowClosed, high + other.high, highClosed && other.highClosed);
    }

    public Range subtract(Range other) {
        return add(other.negate());
    }

    public Range multiply(Range other) {
        return product(low, lowClosed, other.low, other.lowClosed)
                .union(product(low, lowClosed, other.high, other.highClosed))
                .union(product(high, highClosed, other.low, other.lowClosed))
                .union(product(high, highClosed, other.high, other.highClosed));
    }

    /** Everything where the divisor may be 0, since then the quotient may be anything. */
    public Range divide(Range other) {
        return other.contains(0) ? ALL : multiply(other.reciprocal());
    }

    public Range min(Range other) {
        return negate().max(other.negate()).negate();
    }

    public Range max(Range other) {
        Range lower = startsBelow(other) ? other : this;
        Range upper = endsAbove(other) ? this : other;
        return new Range(lower.low, lower.lowClosed, upper.high, upper.highClosed);
    }

    /** The smallest interval that holds both. */
    public Range union(Range other) {
        Range lower = startsBelow(other) ? this : other;
        Range upper = endsAbove(other) ? this : other;
        return new Range(lower.low, lower.lowClosed, upper.high, upper.highClosed);
    }

    /** What both hold; may be empty. */
    public Range intersect(Range other) {
        Range lower = startsBelow(other) ? other : this;
        Range upper = endsAbove(other) ? other : this;
        return new Range(lower.low, lower.lowClosed, upper.high, upper.highClosed);
    }

    public Range abs() {
        if (low >= 0) {
            return this;
        }
        return high <= 0 ? negate() : union(negate()).intersect(NON_NEGATIVE);
    }

    /** The image under a strictly increasing function, which gives its limit at an infinite end. */
    public Range increasing(DoubleUnaryOperator function) {
        return new Range(function.applyAsDouble(low), lowClosed, function.applyAsDouble(high), highClosed);
    }

    /** Where two ends meet: closed if both are, or if one of them is an attained 0. */
    private static Range product(double a, boolean aClosed, double b, boolean bClosed) {
        double value = a == 0 || b == 0 ? 0 : a * b;
        boolean closed = aClosed && bClosed || a == 0 && aClosed || b == 0 && bClosed;
        return new Range(value, closed, value, closed);
    }

    /** A range of short numbers that holds this one. */
    public Range roundedOutwards(int digits) {
        return new Range(
                round(low, digits, RoundingMode.FLOOR),
                lowClosed,
                round(high, digits, RoundingMode.CEILING),
                highClosed);
    }

    private static double round(double value, int digits, RoundingMode mode) {
        return Double.isInfinite(value)
                ? value
                : BigDecimal.valueOf(Numbers.tidy(value))
                        .round(new MathContext(digits, mode))
                        .doubleValue();
    }

    private boolean startsBelow(Range other) {
        return low < other.low || low == other.low && lowClosed;
    }

    private boolean endsAbove(Range other) {
        return negate().startsBelow(other.negate());
    }

    private Range reciprocal() {
        double newLow = high == 0 ? Double.NEGATIVE_INFINITY : 1 / high;
        double newHigh = low == 0 ? Double.POSITIVE_INFINITY : 1 / low;
        return new Range(newLow, highClosed, newHigh, lowClosed);
    }

    @Override
    public String toString() {
        return (lowClosed ? "[" : "(") + end(low) + ", " + end(high) + (highClosed ? "]" : ")");
    }

    private static String end(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "-inf" : "inf") : Printer.print(value);
    }
}
