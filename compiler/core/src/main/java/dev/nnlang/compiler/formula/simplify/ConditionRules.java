package dev.nnlang.compiler.formula.simplify;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.ConditionVisitor;
import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.Map;
import java.util.Optional;

/** Simplifies conditions whose formulas are simple: drops what is known, solves {@code x / 6 + 0.5 < 1} for x, looks through min and max. */
public final class ConditionRules implements ConditionVisitor<Condition> {

    private final Assumptions facts;

    public ConditionRules(Assumptions facts) {
        this.facts = facts;
    }

    public Condition simplify(Condition condition) {
        return condition.accept(this);
    }

    @Override
    public Condition visitAnd(And and) {
        Condition left = simplify(and.left());
        Condition right = new ConditionRules(facts.and(left)).simplify(and.right());
        if (isKnown(true, left, facts.and(right))) {
            return right;
        }
        return isKnown(true, right, facts.and(left)) ? left : new And(left, right);
    }

    @Override
    public Condition visitOr(Or or) {
        Condition left = simplify(or.left());
        Condition right = new ConditionRules(facts.andNot(left)).simplify(or.right());
        if (isKnown(false, left, facts.andNot(right))) {
            return right;
        }
        return isKnown(false, right, facts.andNot(left)) ? left : new Or(left, right);
    }

    private static boolean isKnown(boolean holds, Condition condition, Assumptions facts) {
        return facts.decide(condition).equals(Optional.of(holds));
    }

    /** Pushes the negation down to the comparisons, where it disappears. */
    @Override
    public Condition visitNot(Not not) {
        if (not.operand() instanceof Comparison comparison) {
            return simplify(Assumptions.negate(comparison));
        }
        if (not.operand() instanceof And and) {
            return simplify(new Or(new Not(and.left()), new Not(and.right())));
        }
        if (not.operand() instanceof Or or) {
            return simplify(new And(new Not(or.left()), new Not(or.right())));
        }
        return simplify(((Not) not.operand()).operand());
    }

    @Override
    public Condition visitComparison(Comparison comparison) {
        Comparison solved = solve(comparison);
        if (solved.left() instanceof Conditional indicator
                && solved.right() instanceof Constant right
                && indicator.then() instanceof Constant then
                && indicator.otherwise() instanceof Constant otherwise) {
            return throughIndicator(solved, indicator, then.value(), otherwise.value(), right.value());
        }
        return solved.right() instanceof Constant
                        && solved.left() instanceof Binary binary
                        && facts.decide(solved).isEmpty()
                ? throughExtremum(solved, binary)
                : solved;
    }

    /** Brings {@code a x + b < c x + d} into the form {@code x < e}; leaves alone what has more than one unknown. */
    private Comparison solve(Comparison comparison) {
        Sum difference = Sum.of(comparison.left(), facts).plus(-1, comparison.right());
        Map<Formula, Double> unknowns = difference.termsButConstant();
        if (unknowns.size() != 1) {
            return comparison;
        }
        Map.Entry<Formula, Double> unknown = unknowns.entrySet().iterator().next();
        double bound = Numbers.tidy(-difference.constant() / unknown.getValue());
        Comparison solved = new Comparison(comparison.operator(), unknown.getKey(), Formula.constant(bound + 0.0));
        return unknown.getValue() > 0
                ? solved
                : new Comparison(solved.operator().mirrored(), solved.left(), solved.right());
    }

    /** {@code (if c then 1 else 0) = 1} asks whether c; if both numbers give the same answer, it stays as it is. */
    private Condition throughIndicator(
            Comparison comparison, Conditional indicator, double then, double otherwise, double bound) {
        boolean ifTrue = Evaluator.apply(comparison.operator(), then, bound);
        boolean ifFalse = Evaluator.apply(comparison.operator(), otherwise, bound);
        if (ifTrue == ifFalse) {
            return comparison;
        }
        return simplify(ifTrue ? indicator.condition() : new Not(indicator.condition()));
    }

    /** {@code min(1, x) > 0} is open, so 1 is not what decides it, so it asks {@code x > 0}. */
    private Condition throughExtremum(Comparison comparison, Binary binary) {
        boolean extremum = binary.operator() == BinaryOperator.MIN || binary.operator() == BinaryOperator.MAX;
        if (!extremum
                || comparison.operator() == ComparisonOperator.EQUAL
                || comparison.operator() == ComparisonOperator.NOT_EQUAL) {
            return comparison;
        }
        if (binary.left() instanceof Constant) {
            return simplify(new Comparison(comparison.operator(), binary.right(), comparison.right()));
        }
        return binary.right() instanceof Constant
                ? simplify(new Comparison(comparison.operator(), binary.left(), comparison.right()))
                : comparison;
    }
}
