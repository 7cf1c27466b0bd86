package dev.nnlang.compiler.formula;

import java.util.Locale;

/** The functions of one argument that a formula may use. */
public enum UnaryOperator {
    NEGATE,
    EXP,
    /** {@code exp(x) - 1}, exact near 0; users do not write it, simplification finds it. */
    EXPM1,
    LOG,
    /** {@code log(1 + x)}, exact near 0; users do not write it, simplification finds it. */
    LOG1P,
    SQRT,
    ABS,
    /** -1, 0 or 1. */
    SIGN,
    TANH,
    SIGMOID,
    /** {@code log(1 + exp(x))}, which neither overflows nor cancels. */
    SOFTPLUS,
    ERF,
    SIN,
    COS;

    /** The name in a formula: {@code exp}. */
    public String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
