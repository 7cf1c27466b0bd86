package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.abs;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.sigmoid;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.range.Range;
import java.util.Map;
import java.util.Optional;

/** Simplifies functions of simple arguments. */
final class FunctionRules {

    private final Assumptions facts;

    FunctionRules(Assumptions facts) {
        this.facts = facts;
    }

    Formula simplify(Unary call) {
        return switch (call.operator()) {
            case NEGATE -> new SumRules(facts).simplify(call);
            case SQRT -> new ProductRules(facts).simplify(call);
            case LOG, LOG1P -> new LogarithmRules(facts).simplify(call);
            case EXP -> exponential(call);
            case ABS -> absolute(call);
            case SIGN -> sign(call);
            case TANH, ERF, SIN -> isNegated(call.argument()) ? negate(opposite(call)) : call;
            case COS -> isNegated(call.argument()) ? opposite(call) : call;
            case EXPM1, SIGMOID, SOFTPLUS -> call;
        };
    }

    /** {@code exp(c * log(u))} is {@code u^c}, {@code exp(-softplus(u))} is {@code sigmoid(-u)}. */
    private Formula exponential(Unary call) {
        Map<Formula, Double> terms = Sum.of(call.argument(), facts).terms();
        if (terms.size() == 1 && terms.keySet().iterator().next() instanceof Unary inner) {
            double factor = terms.get(inner);
            if (inner.operator() == UnaryOperator.LOG
                    && facts.range(inner.argument()).isNonNegative()) {
                return power(inner.argument(), factor);
            }
            if (inner.operator() == UnaryOperator.SOFTPLUS && factor == -1) {
                return sigmoid(negate(inner.argument()));
            }
        }
        return call;
    }

    /** Takes out of the bars whatever has a known sign. */
    private Formula absolute(Unary call) {
        Product inside = Product.of(call.argument(), facts);
        Product outside = Product.of(Formula.constant(Math.abs(inside.coefficient())), facts);
        Product rest = inside.withCoefficient(1);
        for (Map.Entry<Formula, Double> factor : inside.exponents().entrySet()) {
            Optional<Formula> magnitude = magnitude(factor.getKey(), factor.getValue());
            if (magnitude.isPresent()) {
                outside.times(magnitude.get(), factor.getValue());
                rest = rest.without(factor.getKey());
            }
        }
        return rest.exponents().isEmpty()
                ? outside.toFormula()
                : outside.times(abs(rest.toFormula()), 1).toFormula();
    }

    /** What has the power's magnitude when raised to the exponent, where that needs no bars. */
    private Optional<Formula> magnitude(Formula base, double exponent) {
        Range range = facts.range(base);
        if (range.isNonNegative() || Numbers.isEven(exponent) || !Numbers.isInteger(exponent)) {
            return Optional.of(base);
        }
        return range.negate().isNonNegative() ? Optional.of(negate(base)) : Optional.empty();
    }

    /** Drops from the argument whatever has a known sign. */
    private Formula sign(Unary call) {
        Product inside = Product.of(call.argument(), facts);
        double sign = Math.signum(inside.coefficient());
        Product rest = inside.withCoefficient(1);
        for (Formula factor : inside.exponents().keySet()) {
            Range range = facts.range(factor);
            if (range.isPositive() || range.isNegative()) {
                sign *= range.isNegative() && !Numbers.isEven(inside.exponent(factor)) ? -1 : 1;
                rest = rest.without(factor);
            }
        }
        return rest.exponents().isEmpty() ? Formula.constant(sign) : signed(sign, Formulas.sign(rest.toFormula()));
    }

    private static Formula signed(double sign, Formula formula) {
        return sign < 0 ? negate(formula) : formula;
    }

    private boolean isNegated(Formula formula) {
        return Product.of(formula, facts).coefficient() < 0;
    }

    private Unary opposite(Unary call) {
        Product argument = Product.of(call.argument(), facts);
        return new Unary(
                call.operator(),
                argument.withCoefficient(-argument.coefficient()).toFormula());
    }
}
