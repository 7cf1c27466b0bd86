package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sum {@code c * exp(a) + d * exp(b)} with positive c and d (either exponent may be 0), read as {@code exp(leading) * (1 + exp(difference))}.
 */
record ExponentialPair(Formula leading, Formula difference) {

    /** The formula read like this, if it can be. A constant leads. */
    static Optional<ExponentialPair> of(Formula formula, Assumptions facts) {
        List<Map.Entry<Formula, Double>> terms =
                List.copyOf(Sum.expanded(formula, facts).terms().entrySet());
        if (terms.size() != 2 || !terms.stream().allMatch(t -> t.getValue() > 0 && isExponential(t.getKey()))) {
            return Optional.empty();
        }
        Formula one = exponent(terms.get(0));
        Formula two = exponent(terms.get(1));
        boolean swap = terms.get(1).getKey().equals(Sum.ONE);
        Formula leading = swap ? two : one;
        Formula other = swap ? one : two;
        return Optional.of(new ExponentialPair(
                Simplifier.simplify(leading, facts), Simplifier.simplify(subtract(other, leading), facts)));
    }

    private static boolean isExponential(Formula term) {
        return term.equals(Sum.ONE) || term instanceof Unary unary && unary.operator() == UnaryOperator.EXP;
    }

    private static Formula exponent(Map.Entry<Formula, Double> term) {
        Formula coefficient = Formula.constant(Numbers.tidy(Math.log(term.getValue())));
        return term.getKey().equals(Sum.ONE) ? coefficient : add(((Unary) term.getKey()).argument(), coefficient);
    }
}
