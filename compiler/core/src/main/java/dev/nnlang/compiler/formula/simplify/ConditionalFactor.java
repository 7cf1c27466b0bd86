package dev.nnlang.compiler.formula.simplify;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.Optional;

/** Moves what stands beside an {@code if} into its branches. */
final class ConditionalFactor {

    private ConditionalFactor() {}

    /** The first factor that is an {@code if}. */
    static Optional<Conditional> of(Formula term, Assumptions facts) {
        return Product.of(term, facts).exponents().keySet().stream()
                .filter(Conditional.class::isInstance)
                .map(Conditional.class::cast)
                .findFirst();
    }

    /** {@code if condition then formula else formula}, simplified, where each branch knows how the condition was decided. */
    static Formula split(Formula formula, Condition condition, Assumptions facts) {
        return Simplifier.simplify(new Conditional(condition, formula, formula), facts);
    }
}
