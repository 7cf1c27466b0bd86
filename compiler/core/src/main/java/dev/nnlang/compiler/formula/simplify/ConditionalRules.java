package dev.nnlang.compiler.formula.simplify;

import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.range.Assumptions;

/** Simplifies an {@code if} whose condition is open and whose branches are simple. */
final class ConditionalRules {

    private ConditionalRules() {}

    static Formula simplify(Conditional conditional) {
        if (conditional.then().equals(conditional.otherwise())) {
            return conditional.then();
        }
        return merge(orient(conditional));
    }

    /** Asks {@code x > 0} rather than {@code x <= 0}, and {@code a = b} rather than {@code a != b}, so that equal questions look equal. */
    private static Conditional orient(Conditional conditional) {
        if (conditional.condition() instanceof Comparison comparison && isTurned(comparison)) {
            return new Conditional(Assumptions.negate(comparison), conditional.otherwise(), conditional.then());
        }
        return conditional;
    }

    private static boolean isTurned(Comparison comparison) {
        return comparison.operator() == ComparisonOperator.NOT_EQUAL
                || comparison.right() instanceof Constant && includesBound(comparison.operator());
    }

    private static boolean includesBound(ComparisonOperator operator) {
        return operator == ComparisonOperator.AT_MOST || operator == ComparisonOperator.AT_LEAST;
    }

    /** Two questions with three answers, two of them equal, are one question. */
    private static Formula merge(Conditional outer) {
        if (outer.then() instanceof Conditional inner && inner.otherwise().equals(outer.otherwise())) {
            Condition both = new And(outer.condition(), inner.condition());
            return new Conditional(both, inner.then(), outer.otherwise());
        }
        if (outer.otherwise() instanceof Conditional inner && inner.then().equals(outer.then())) {
            Condition either = new Or(outer.condition(), inner.condition());
            return new Conditional(either, outer.then(), inner.otherwise());
        }
        return outer;
    }
}
