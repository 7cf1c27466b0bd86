package dev.nnlang.compiler.formula.range;

import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known at some place in a formula: the conditions of the branches that lead there, and the ranges of variables. */
public final class Assumptions {

    public static final Assumptions NONE = new Assumptions(Map.of(), Set.of());

    private final Map<Formula, Range> ranges;
    private final Set<Condition> assumed;

    private Assumptions(Map<Formula, Range> ranges, Set<Condition> assumed) {
        this.ranges = ranges;
        this.assumed = assumed;
    }

    /** Knows the ranges of the variables that are keys. */
    public static Assumptions ofVariables(Map<String, Range> variables) {
        Map<Formula, Range> ranges = new HashMap<>();
        variables.forEach((name, range) -> ranges.put(Formula.variable(name), range));
        return new Assumptions(ranges, Set.of());
    }

    /** What an earlier fact says of this very formula. */
    Range known(Formula formula) {
        return ranges.getOrDefault(formula, Range.ALL);
    }

    /** The interval in which the formula's values lie. */
    public Range range(Formula formula) {
        return new RangeEvaluator(this).range(formula);
    }

    /** These facts and that the condition holds. */
    public Assumptions and(Condition condition) {
        if (condition instanceof And both) {
            return and(both.left()).and(both.right());
        }
        if (condition instanceof Not not) {
            return andNot(not.operand());
        }
        Set<Condition> conditions = new HashSet<>(assumed);
        conditions.add(condition);
        Map<Formula, Range> narrowed = new HashMap<>(ranges);
        if (condition instanceof Comparison comparison) {
            narrow(narrowed, comparison);
            narrow(narrowed, mirror(comparison));
        }
        return new Assumptions(narrowed, conditions);
    }

    /** These facts and that the condition does not hold. */
    public Assumptions andNot(Condition condition) {
        if (condition instanceof Or either) {
            return andNot(either.left()).andNot(either.right());
        }
        if (condition instanceof Not not) {
            return and(not.operand());
        }
        if (condition instanceof Comparison comparison) {
            return and(negate(comparison));
        }
        Set<Condition> conditions = new HashSet<>(assumed);
        conditions.add(new Not(condition));
        return new Assumptions(ranges, conditions);
    }

    /** Whether the condition holds, where the facts tell. */
    public Optional<Boolean> decide(Condition condition) {
        if (assumed.contains(condition) || assumed.contains(new Not(condition))) {
            return Optional.of(assumed.contains(condition));
        }
        if (condition instanceof And and) {
            return decideBoth(and.left(), and.right());
        }
        if (condition instanceof Or or) {
            return decideBoth(new Not(or.left()), new Not(or.right())).map(neither -> !neither);
        }
        if (condition instanceof Not not) {
            return decide(not.operand()).map(holds -> !holds);
        }
        Comparison comparison = (Comparison) condition;
        if (assumed.contains(mirror(comparison))) {
            return Optional.of(true);
        }
        if (assumed.contains(negate(comparison)) || assumed.contains(mirror(negate(comparison)))) {
            return Optional.of(false);
        }
        return decideByRange(comparison);
    }

    public static Comparison negate(Comparison comparison) {
        return new Comparison(comparison.operator().negated(), comparison.left(), comparison.right());
    }

    static Comparison mirror(Comparison comparison) {
        return new Comparison(comparison.operator().mirrored(), comparison.right(), comparison.left());
    }

    private Optional<Boolean> decideBoth(Condition left, Condition right) {
        Optional<Boolean> first = decide(left);
        if (first.equals(Optional.of(false))) {
            return first;
        }
        Optional<Boolean> second = and(left).decide(right);
        return first.isPresent() || second.equals(Optional.of(false)) ? second : Optional.empty();
    }

    private Optional<Boolean> decideByRange(Comparison comparison) {
        Range left = range(comparison.left());
        Range right = range(comparison.right());
        boolean same = comparison.left().equals(comparison.right());
        boolean above = left.subtract(right).isPositive();
        boolean below = left.subtract(right).isNegative();
        boolean atLeast = same || left.subtract(right).isNonNegative();
        boolean atMost = same || right.subtract(left).isNonNegative();
        return switch (comparison.operator()) {
            case GREATER -> decided(above, atMost);
            case AT_LEAST -> decided(atLeast, below);
            case LESS -> decided(below, atLeast);
            case AT_MOST -> decided(atMost, above);
            case EQUAL -> decided(same, above || below);
            case NOT_EQUAL -> decided(above || below, same);
        };
    }

    private static Optional<Boolean> decided(boolean holds, boolean fails) {
        return holds || fails ? Optional.of(holds) : Optional.empty();
    }

    private static void narrow(Map<Formula, Range> ranges, Comparison comparison) {
        if (comparison.right() instanceof Constant bound && !(comparison.left() instanceof Constant)) {
            Range narrowed = satisfying(comparison.operator(), bound.value());
            ranges.merge(comparison.left(), narrowed, Range::intersect);
        }
    }

    private static Range satisfying(ComparisonOperator operator, double bound) {
        return switch (operator) {
            case LESS -> Range.open(Double.NEGATIVE_INFINITY, bound);
            case AT_MOST -> new Range(Double.NEGATIVE_INFINITY, false, bound, true);
            case GREATER -> Range.open(bound, Double.POSITIVE_INFINITY);
            case AT_LEAST -> new Range(bound, true, Double.POSITIVE_INFINITY, false);
            case EQUAL -> Range.of(bound);
            case NOT_EQUAL -> Range.ALL;
        };
    }
}
