package dev.nnlang.compiler.formula.range;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.FormulaVisitor;
import dev.nnlang.compiler.formula.UnaryOperator;
import java.util.Optional;

/** Evaluates a formula over intervals. Where a function is not defined (the log of a negative number) it has no value to account for. */
public final class RangeEvaluator implements FormulaVisitor<Range> {

    private final Assumptions facts;

    RangeEvaluator(Assumptions facts) {
        this.facts = facts;
    }

    Range range(Formula formula) {
        return formula.accept(this).intersect(facts.known(formula));
    }

    @Override
    public Range visitConstant(Constant constant) {
        return Double.isFinite(constant.value()) ? Range.of(constant.value()) : Range.ALL;
    }

    @Override
    public Range visitVariable(Variable variable) {
        return Range.ALL;
    }

    @Override
    public Range visitUnary(Unary unary) {
        Range x = range(unary.argument());
        UnaryOperator operator = unary.operator();
        return switch (operator) {
            case NEGATE -> x.negate();
            case ABS -> x.abs();
            case SIGN -> sign(x);
            case EXP, SOFTPLUS -> within(Range.POSITIVE, increasing(operator, x));
            case EXPM1 -> within(Range.open(-1, Double.POSITIVE_INFINITY), increasing(operator, x));
            case LOG, SQRT -> defined(operator, x.intersect(Range.NON_NEGATIVE));
            case LOG1P -> defined(operator, x.intersect(Range.open(-1, Double.POSITIVE_INFINITY)));
            case TANH, ERF -> within(Range.open(-1, 1), increasing(operator, x));
            case SIGMOID -> within(Range.open(0, 1), increasing(operator, x));
            case SIN, COS -> Range.closed(-1, 1);
        };
    }

    @Override
    public Range visitBinary(Binary binary) {
        Range left = range(binary.left());
        Range right = range(binary.right());
        return switch (binary.operator()) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right);
            case POWER -> power(left, binary.right());
            case MIN -> left.min(right);
            case MAX -> left.max(right);
        };
    }

    @Override
    public Range visitConditional(Conditional conditional) {
        Optional<Boolean> decided = facts.decide(conditional.condition());
        if (decided.isPresent()) {
            return range(decided.get() ? conditional.then() : conditional.otherwise());
        }
        Range then = facts.and(conditional.condition()).range(conditional.then());
        Range otherwise = facts.andNot(conditional.condition()).range(conditional.otherwise());
        return then.union(otherwise);
    }

    /** Nothing is claimed of a function outside its domain. */
    private static Range defined(UnaryOperator function, Range x) {
        return x.isEmpty() ? Range.ALL : increasing(function, x);
    }

    private static Range increasing(UnaryOperator function, Range x) {
        return x.increasing(value -> Evaluator.apply(function, value));
    }

    /** Keeps off limits that are reached only by rounding: {@code tanh(20)} is below 1 though it rounds to 1. */
    private static Range within(Range limits, Range range) {
        double low = Math.min(range.low(), Math.nextDown(limits.high()));
        double high = Math.max(range.high(), Math.nextUp(limits.low()));
        return new Range(low, range.lowClosed(), high, range.highClosed()).intersect(limits);
    }

    private static Range sign(Range x) {
        if (x.isPositive()) {
            return Range.of(1);
        }
        if (x.isNegative()) {
            return Range.of(-1);
        }
        return Range.closed(x.isNonNegative() ? 0 : -1, x.negate().isNonNegative() ? 0 : 1);
    }

    private Range power(Range base, Formula exponent) {
        if (exponent instanceof Constant constant) {
            return power(base, constant.value());
        }
        if (base.isPositive()) {
            return Range.POSITIVE;
        }
        return base.isNonNegative() ? Range.NON_NEGATIVE : Range.ALL;
    }

    private static Range power(Range base, double exponent) {
        if (exponent < 0) {
            return Range.of(1).divide(power(base, -exponent));
        }
        if (exponent % 2 == 1) {
            return base.increasing(x -> Math.pow(x, exponent));
        }
        Range magnitude = exponent % 2 == 0 ? base.abs() : base.intersect(Range.NON_NEGATIVE);
        if (magnitude.isEmpty()) {
            return Range.ALL;
        }
        return exponent == 0 ? Range.of(1) : magnitude.increasing(x -> Math.pow(x, exponent));
    }
}
