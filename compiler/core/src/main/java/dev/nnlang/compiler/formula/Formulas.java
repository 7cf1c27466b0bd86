package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Unary;

/** Builds formulas as they are written, for static import. Nothing is simplified on the way: {@link dev.nnlang.compiler.formula.simplify.Simplifier} does that when asked. */
public final class Formulas {

    private Formulas() {}

    public static Formula add(Formula left, Formula right) {
        return new Binary(BinaryOperator.ADD, left, right);
    }

    public static Formula subtract(Formula left, Formula right) {
        return new Binary(BinaryOperator.SUBTRACT, left, right);
    }

    public static Formula multiply(Formula left, Formula right) {
        return new Binary(BinaryOperator.MULTIPLY, left, right);
    }

    public static Formula multiply(double left, Formula right) {
        return multiply(Formula.constant(left), right);
    }

    public static Formula divide(Formula left, Formula right) {
        return new Binary(BinaryOperator.DIVIDE, left, right);
    }

    public static Formula power(Formula base, Formula exponent) {
        return new Binary(BinaryOperator.POWER, base, exponent);
    }

    public static Formula power(Formula base, double exponent) {
        return power(base, Formula.constant(exponent));
    }

    public static Formula min(Formula left, Formula right) {
        return new Binary(BinaryOperator.MIN, left, right);
    }

    public static Formula max(Formula left, Formula right) {
        return new Binary(BinaryOperator.MAX, left, right);
    }

    public static Formula negate(Formula argument) {
        return new Unary(UnaryOperator.NEGATE, argument);
    }

    public static Formula exp(Formula argument) {
        return new Unary(UnaryOperator.EXP, argument);
    }

    public static Formula expm1(Formula argument) {
        return new Unary(UnaryOperator.EXPM1, argument);
    }

    public static Formula log(Formula argument) {
        return new Unary(UnaryOperator.LOG, argument);
    }

    public static Formula log1p(Formula argument) {
        return new Unary(UnaryOperator.LOG1P, argument);
    }

    public static Formula sqrt(Formula argument) {
        return new Unary(UnaryOperator.SQRT, argument);
    }

    public static Formula abs(Formula argument) {
        return new Unary(UnaryOperator.ABS, argument);
    }

    public static Formula sign(Formula argument) {
        return new Unary(UnaryOperator.SIGN, argument);
    }

    public static Formula tanh(Formula argument) {
        return new Unary(UnaryOperator.TANH, argument);
    }

    public static Formula sigmoid(Formula argument) {
        return new Unary(UnaryOperator.SIGMOID, argument);
    }

    public static Formula softplus(Formula argument) {
        return new Unary(UnaryOperator.SOFTPLUS, argument);
    }

    public static Formula erf(Formula argument) {
        return new Unary(UnaryOperator.ERF, argument);
    }

    public static Formula sin(Formula argument) {
        return new Unary(UnaryOperator.SIN, argument);
    }

    public static Formula cos(Formula argument) {
        return new Unary(UnaryOperator.COS, argument);
    }

    /** {@code if condition then a else b}. */
    public static Formula choose(Condition condition, Formula then, Formula otherwise) {
        return new Conditional(condition, then, otherwise);
    }

    public static Condition less(Formula left, Formula right) {
        return new Comparison(ComparisonOperator.LESS, left, right);
    }

    public static Condition atMost(Formula left, Formula right) {
        return new Comparison(ComparisonOperator.AT_MOST, left, right);
    }

    public static Condition greater(Formula left, Formula right) {
        return new Comparison(ComparisonOperator.GREATER, left, right);
    }

    public static Condition atLeast(Formula left, Formula right) {
        return new Comparison(ComparisonOperator.AT_LEAST, left, right);
    }

    public static Condition equal(Formula left, Formula right) {
        return new Comparison(ComparisonOperator.EQUAL, left, right);
    }
}
