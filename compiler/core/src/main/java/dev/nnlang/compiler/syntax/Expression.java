package dev.nnlang.compiler.syntax;

import dev.nnlang.compiler.source.Span;
import java.util.List;

/** Arguments, settings, conditions and formulas are all written with these. */
public sealed interface Expression extends Syntax {

    /** What stands behind a number. */
    enum Unit {
        NONE,
        PERCENT,
        MILLISECONDS,
        SECONDS,
        MINUTES,
        HOURS
    }

    /**
     * {@code 0.1}, {@code 5e-4}, {@code 70%}, {@code 30min}; {@code value} is what stands before the unit (70, 30), the
     * span's text how it was written.
     */
    record Number(double value, Unit unit, Span span) implements Expression {}

    /** {@code "iris.csv"}, without its quotes. */
    record Text(String value, Span span) implements Expression {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value, Span span) implements Expression {}

    /** {@code 28x28} or {@code 32x32x3}. */
    record Size(List<Integer> dims, Span span) implements Expression {}

    /** {@code 0..1}. */
    record Range(Expression from, Expression to, Span span) implements Expression {}

    /** {@code classes}, {@code validation.accuracy}: one name or more. */
    record Reference(List<Name> path, Span span) implements Expression {

        /** The path with its dots. */
        public String text() {
            return String.join(".", path.stream().map(Name::text).toList());
        }
    }

    /** {@code sgd(rate: 0.1, momentum: 0.9)}; {@code parentheses} tells {@code relu} from {@code relu()}. */
    record Call(Name callee, List<Argument> arguments, boolean parentheses, Span span) implements Expression {}

    /** {@code -x} or {@code not c}. */
    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    /** {@code a + b}, {@code a >= b}, {@code a or b}, … */
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code if c then a else b}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /**
     * Operators from the loosest to the tightest; equal {@code precedence} associates to the left, but {@code ^} to the
     * right.
     */
    enum Operator {
        OR("or", 1),
        AND("and", 2),
        NOT("not", 3),
        LESS("<", 4),
        AT_MOST("<=", 4),
        GREATER(">", 4),
        AT_LEAST(">=", 4),
        EQUAL("=", 4),
        NOT_EQUAL("!=", 4),
        ADD("+", 5),
        SUBTRACT("-", 5),
        MULTIPLY("*", 6),
        DIVIDE("/", 6),
        NEGATE("-", 7),
        POWER("^", 8);

        private final String symbol;
        private final int precedence;

        Operator(String symbol, int precedence) {
            this.symbol = symbol;
            this.precedence = precedence;
        }

        public String symbol() {
            return symbol;
        }

        public int precedence() {
            return precedence;
        }
    }
}
