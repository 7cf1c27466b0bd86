package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import java.util.HashSet;
import java.util.Set;

/**
 * What a formula takes to evaluate, in additions, where equal parts are evaluated once. Rough figures: they only need to rank the forms of
 * one formula.
 */
public final class Cost implements FormulaVisitor<Integer>, ConditionVisitor<Integer> {

    private static final int DIVISION = 4;
    private static final int ROOT = 6;
    private static final int FUNCTION = 20;
    private static final int GENERAL_POWER = 40;
    /** Powers up to this one become multiplications. */
    private static final double LARGEST_UNROLLED_POWER = 8;

    private final Set<Formula> seen = new HashSet<>();

    private Cost() {}

    public static int of(Formula formula) {
        return new Cost().cost(formula);
    }

    private int cost(Formula formula) {
        return seen.add(formula) ? formula.accept(this) : 0;
    }

    @Override
    public Integer visitConstant(Constant constant) {
        return 0;
    }

    @Override
    public Integer visitVariable(Variable variable) {
        return 0;
    }

    @Override
    public Integer visitUnary(Unary unary) {
        int own =
                switch (unary.operator()) {
                    case NEGATE, ABS, SIGN -> 1;
                    case SQRT -> ROOT;
                    case EXP, EXPM1, LOG, LOG1P, TANH, SIGMOID, SOFTPLUS, ERF, SIN, COS -> FUNCTION;
                };
        return own + cost(unary.argument());
    }

    @Override
    public Integer visitBinary(Binary binary) {
        int own =
                switch (binary.operator()) {
                    case ADD, SUBTRACT, MULTIPLY, MIN, MAX -> 1;
                    case DIVIDE -> DIVISION;
                    case POWER -> power(binary.right());
                };
        return own + cost(binary.left()) + cost(binary.right());
    }

    @Override
    public Integer visitConditional(Conditional conditional) {
        return 1 + conditional.condition().accept(this) + cost(conditional.then()) + cost(conditional.otherwise());
    }

    @Override
    public Integer visitComparison(Comparison comparison) {
        return 1 + cost(comparison.left()) + cost(comparison.right());
    }

    @Override
    public Integer visitAnd(And and) {
        return both(and.left(), and.right());
    }

    @Override
    public Integer visitOr(Or or) {
        return both(or.left(), or.right());
    }

    @Override
    public Integer visitNot(Not not) {
        return not.operand().accept(this);
    }

    private int both(Condition left, Condition right) {
        return 1 + left.accept(this) + right.accept(this);
    }

    private static int power(Formula exponent) {
        boolean unrolled = exponent instanceof Constant constant
                && constant.value() == Math.rint(constant.value())
                && Math.abs(constant.value()) <= LARGEST_UNROLLED_POWER;
        return unrolled ? (int) Math.abs(((Constant) exponent).value()) - 1 : GENERAL_POWER;
    }
}
