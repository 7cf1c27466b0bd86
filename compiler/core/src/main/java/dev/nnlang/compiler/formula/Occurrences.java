package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Or;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how often each part occurs in formulas, and notes which parts are evaluated whatever the conditions say. */
final class Occurrences extends FormulaRewriter {

    private final Map<Formula, Integer> counts = new LinkedHashMap<>();
    private final Set<Formula> unconditional = new HashSet<>();
    private int branches;

    private Occurrences() {}

    static Occurrences in(List<Formula> formulas) {
        Occurrences occurrences = new Occurrences();
        formulas.forEach(occurrences::rewrite);
        return occurrences;
    }

    /** What occurs more than once, and at least once outside all branches; in the order of first occurrence. */
    List<Formula> shared() {
        return counts.keySet().stream()
                .filter(part -> counts.get(part) > 1 && unconditional.contains(part))
                .toList();
    }

    /** How many parts there are, each counted as often as it occurs. */
    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Formula rewrite(Formula formula) {
        counts.merge(formula, 1, Integer::sum);
        if (branches == 0) {
            unconditional.add(formula);
        }
        return super.rewrite(formula);
    }

    @Override
    public Formula visitConditional(Conditional conditional) {
        rewrite(conditional.condition());
        branches++;
        rewrite(conditional.then());
        rewrite(conditional.otherwise());
        branches--;
        return conditional;
    }

    @Override
    public Condition visitAnd(And and) {
        countBoth(and.left(), and.right());
        return and;
    }

    @Override
    public Condition visitOr(Or or) {
        countBoth(or.left(), or.right());
        return or;
    }

    /** The second condition is asked only if the first does not decide. */
    private void countBoth(Condition first, Condition second) {
        rewrite(first);
        branches++;
        rewrite(second);
        branches--;
    }
}
