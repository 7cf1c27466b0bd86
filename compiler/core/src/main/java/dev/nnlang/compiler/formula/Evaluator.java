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
import java.util.Map;

/**
 * Says what a formula means: its value in IEEE double arithmetic, or in float, where each step is rounded to float. Generated code must
 * agree with it up to rounding.
 */
public final class Evaluator implements FormulaVisitor<Double>, ConditionVisitor<Boolean> {

    private final Map<String, Double> bindings;
    private final boolean single;

    private Evaluator(Map<String, Double> bindings, boolean single) {
        this.bindings = bindings;
        this.single = single;
    }

    /** The value where each variable has the value of its name in {@code bindings}, which must name them all. */
    public static double evaluate(Formula formula, Map<String, Double> bindings) {
        return new Evaluator(bindings, false).value(formula);
    }

    /** The value that float arithmetic gives: every constant, variable and intermediate result is rounded to float. */
    public static float evaluateFloat(Formula formula, Map<String, Double> bindings) {
        return (float) new Evaluator(bindings, true).value(formula);
    }

    public static boolean holdsInFloat(Condition condition, Map<String, Double> bindings) {
        return condition.accept(new Evaluator(bindings, true));
    }

    /** The operator's value in double precision. */
    public static double apply(UnaryOperator operator, double x) {
        return switch (operator) {
            case NEGATE -> -x;
            case EXP -> Math.exp(x);
            case EXPM1 -> Math.expm1(x);
            case LOG -> Math.log(x);
            case LOG1P -> Math.log1p(x);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case ERF -> ErrorFunction.of(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
        };
    }

    /** The operator's value in double precision. */
    public static double apply(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case POWER -> Math.pow(left, right);
            case MIN -> Math.min(left, right);
            case MAX -> Math.max(left, right);
        };
    }

    public static boolean apply(ComparisonOperator operator, double left, double right) {
        return switch (operator) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
        };
    }

    /** Takes the exponential of a negative number only, so that it neither overflows nor loses small values. */
    private static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x < 0 ? e / (1 + e) : 1 / (1 + e);
    }

    private double value(Formula formula) {
        double value = formula.accept(this);
        return single ? (float) value : value;
    }

    @Override
    public Double visitConstant(Constant constant) {
        return constant.value();
    }

    @Override
    public Double visitVariable(Variable variable) {
        Double value = bindings.get(variable.name());
        if (value == null) {
            throw new IllegalArgumentException("no value for " + variable.name());
        }
        return value;
    }

    @Override
    public Double visitUnary(Unary unary) {
        return apply(unary.operator(), value(unary.argument()));
    }

    @Override
    public Double visitBinary(Binary binary) {
        return apply(binary.operator(), value(binary.left()), value(binary.right()));
    }

    @Override
    public Double visitConditional(Conditional conditional) {
        return value(conditional.condition().accept(this) ? conditional.then() : conditional.otherwise());
    }

    @Override
    public Boolean visitComparison(Comparison comparison) {
        return apply(comparison.operator(), value(comparison.left()), value(comparison.right()));
    }

    @Override
    public Boolean visitAnd(And and) {
        return and.left().accept(this) && and.right().accept(this);
    }

    @Override
    public Boolean visitOr(Or or) {
        return or.left().accept(this) || or.right().accept(this);
    }

    @Override
    public Boolean visitNot(Not not) {
        return !not.operand().accept(this);
    }
}
