package dev.nnlang.compiler.formula;

/** The comparisons that a condition may use. */
public enum ComparisonOperator {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("="),
    NOT_EQUAL("!=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written in a formula. */
    public String symbol() {
        return symbol;
    }
}
