package dev.nnlang.compiler.formula.derive;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.cos;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.greater;
import static dev.nnlang.compiler.formula.Formulas.log;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.sigmoid;
import static dev.nnlang.compiler.formula.Formulas.sign;
import static dev.nnlang.compiler.formula.Formulas.sin;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.FormulaVisitor;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.simplify.Simplifier;

/**
 * Differentiates formulas.
 *
 * <p>Where a formula has a kink the derivative is one of its one-sided derivatives, chosen so that the standard activations agree with
 * PyTorch: {@code abs'(0) = 0}; an {@code if} takes the derivative of the branch it takes; of {@code min} and {@code max} at a tie
 *
 * <ul>
 *   <li>a constant other than 0 wins, so {@code max(-1, min(1, x))} is flat at both ends;
 *   <li>against 0, the zero counts as negative: {@code max(x, 0)} has the derivative 0 and {@code min(x, 0)} the derivative 1;
 *   <li>of two formulas, the first wins: {@code max(slope * x, x)} has the derivative slope.
 * </ul>
 */
public final class Derivative implements FormulaVisitor<Formula> {

    private static final Formula ZERO = Formula.constant(0);
    private static final Formula ONE = Formula.constant(1);

    private final String variable;

    private Derivative(String variable) {
        this.variable = variable;
    }

    /** The derivative with respect to the variable, simplified. */
    public static Formula of(Formula formula, String variable) {
        Formula simple = Simplifier.simplify(formula, Assumptions.NONE);
        return Simplifier.simplify(simple.accept(new Derivative(variable)));
    }

    @Override
    public Formula visitConstant(Constant constant) {
        return ZERO;
    }

    @Override
    public Formula visitVariable(Variable other) {
        return other.name().equals(variable) ? ONE : ZERO;
    }

    @Override
    public Formula visitUnary(Unary unary) {
        Formula inner = unary.argument().accept(this);
        return inner.equals(ZERO) ? ZERO : multiply(outer(unary), inner);
    }

    /** The derivative with respect to the argument. */
    private static Formula outer(Unary unary) {
        Formula u = unary.argument();
        return switch (unary.operator()) {
            case NEGATE -> Formula.constant(-1);
            case EXP -> unary;
            case EXPM1 -> exp(u);
            case LOG -> divide(ONE, u);
            case LOG1P -> divide(ONE, add(ONE, u));
            case SQRT -> divide(Formula.constant(0.5), unary);
            case ABS -> sign(u);
            case SIGN -> ZERO;
            case TANH -> subtract(ONE, power(unary, 2));
            case SIGMOID -> multiply(unary, subtract(ONE, unary));
            case SOFTPLUS -> sigmoid(u);
            case ERF -> multiply(2 / Math.sqrt(Math.PI), exp(negate(power(u, 2))));
            case SIN -> cos(u);
            case COS -> negate(sin(u));
        };
    }

    @Override
    public Formula visitBinary(Binary binary) {
        Formula u = binary.left();
        Formula v = binary.right();
        Formula du = u.accept(this);
        Formula dv = v.accept(this);
        return switch (binary.operator()) {
            case ADD -> add(du, dv);
            case SUBTRACT -> subtract(du, dv);
            case MULTIPLY -> add(multiply(du, v), multiply(u, dv));
            case DIVIDE -> subtract(divide(du, v), divide(multiply(u, dv), power(v, 2)));
            case POWER -> ofPower(binary, du, dv);
            case MIN -> choose(leftIsSmaller(u, v), du, dv);
            case MAX -> choose(leftIsLarger(u, v), du, dv);
        };
    }

    /**
     * {@code v * u^(v-1) * u' + log(u) * u^v * v'}. The second part counts only where u is positive: at 0 its limit is 0, and below 0 the
     * power is defined at isolated exponents only.
     */
    private static Formula ofPower(Binary power, Formula du, Formula dv) {
        Formula u = power.left();
        Formula v = power.right();
        Formula byBase = multiply(multiply(v, power(u, subtract(v, ONE))), du);
        if (dv.equals(ZERO)) {
            return byBase;
        }
        Formula byExponent = multiply(multiply(log(u), power), dv);
        return add(byBase, choose(greater(u, ZERO), byExponent, ZERO));
    }

    private static Comparison leftIsLarger(Formula left, Formula right) {
        boolean leftWinsTie = left instanceof Constant || !(right instanceof Constant);
        return new Comparison(leftWinsTie ? ComparisonOperator.AT_LEAST : ComparisonOperator.GREATER, left, right);
    }

    private static Comparison leftIsSmaller(Formula left, Formula right) {
        boolean leftWinsTie = isNonZeroConstant(left) || !left.equals(ZERO) && !isNonZeroConstant(right);
        return new Comparison(leftWinsTie ? ComparisonOperator.AT_MOST : ComparisonOperator.LESS, left, right);
    }

    private static boolean isNonZeroConstant(Formula formula) {
        return formula instanceof Constant constant && constant.value() != 0;
    }

    @Override
    public Formula visitConditional(Conditional conditional) {
        return choose(
                conditional.condition(),
                conditional.then().accept(this),
                conditional.otherwise().accept(this));
    }
}
