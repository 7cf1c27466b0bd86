package dev.nnlang.compiler.formula;

/** The operators and functions of two arguments that a formula may use. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("^"),
    MIN("min"),
    MAX("max");

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written: {@code +}, or {@code min} as a function. */
    public String symbol() {
        return symbol;
    }
}
