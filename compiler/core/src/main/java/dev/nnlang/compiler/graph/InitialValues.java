package dev.nnlang.compiler.graph;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The distribution that a parameter's first values are drawn from.
 *
 * @param kind the distribution
 * @param first of a normal the mean, of a uniform the lower end, of a constant the value, of an orthogonal matrix the gain
 * @param second of a normal the standard deviation, of a uniform the upper end
 * @param reason why it was chosen, for people: {@code xavier, because tanh follows}
 */
public record InitialValues(Kind kind, double first, double second, String reason) {

    /** A distribution. */
    public enum Kind {
        NORMAL,
        TRUNCATED_NORMAL,
        UNIFORM,
        CONSTANT,
        ORTHOGONAL
    }

    public static InitialValues normal(double mean, double deviation, String reason) {
        return new InitialValues(Kind.NORMAL, mean, deviation, reason);
    }

    /** Without what lies further than two deviations from the mean. */
    public static InitialValues truncatedNormal(double mean, double deviation, String reason) {
        return new InitialValues(Kind.TRUNCATED_NORMAL, mean, deviation, reason);
    }

    /** A matrix whose columns or rows are orthogonal and as long as {@code gain}. */
    public static InitialValues orthogonal(double gain, String reason) {
        return new InitialValues(Kind.ORTHOGONAL, gain, 0, reason);
    }

    public static InitialValues uniform(double low, double high, String reason) {
        return new InitialValues(Kind.UNIFORM, low, high, reason);
    }

    public static InitialValues constant(double value, String reason) {
        return new InitialValues(Kind.CONSTANT, value, 0, reason);
    }

    /** {@code normal(0, 0.25)}. */
    @Override
    public String toString() {
        return switch (kind) {
            case NORMAL -> "normal(" + number(first) + ", " + number(second) + ")";
            case TRUNCATED_NORMAL -> "truncated_normal(" + number(first) + ", " + number(second) + ")";
            case ORTHOGONAL -> "orthogonal(" + number(first) + ")";
            case UNIFORM -> "uniform(" + number(first) + ", " + number(second) + ")";
            case CONSTANT -> first == 0 ? "zeros" : "constant(" + number(first) + ")";
        };
    }

    /** With four digits, which is enough for people. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
