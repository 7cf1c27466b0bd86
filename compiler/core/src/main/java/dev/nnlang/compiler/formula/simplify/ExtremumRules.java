package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.abs;
import static dev.nnlang.compiler.formula.Formulas.negate;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.range.Assumptions;

/** Simplifies {@code min(a, b)} and {@code max(a, b)} whose parts are simple. */
final class ExtremumRules {

    private final Assumptions facts;

    ExtremumRules(Assumptions facts) {
        this.facts = facts;
    }

    Formula simplify(Binary extremum) {
        Formula left = extremum.left();
        Formula right = extremum.right();
        boolean max = extremum.operator() == BinaryOperator.MAX;
        if (isAtMost(left, right)) {
            return max ? right : left;
        }
        if (isAtMost(right, left)) {
            return max ? left : right;
        }
        if (Sum.of(left, facts).plus(1, right).terms().isEmpty()) {
            return max ? abs(left) : negate(abs(left));
        }
        return extremum;
    }

    private boolean isAtMost(Formula smaller, Formula larger) {
        return facts.decide(new Comparison(ComparisonOperator.AT_MOST, smaller, larger))
                .orElse(false);
    }
}
