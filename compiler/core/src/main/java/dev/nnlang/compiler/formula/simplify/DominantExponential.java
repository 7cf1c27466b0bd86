package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.greater;
import static dev.nnlang.compiler.formula.Formulas.log;
import static dev.nnlang.compiler.formula.Formulas.multiply;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.Map;
import java.util.Optional;

/**
 * Takes out of sums of exponentials the one that outgrows the others, so that quotients of such sums and their logarithms do not overflow:
 * {@code exp(x) / (1 + exp(x) + exp(2 * x))} becomes {@code exp(-x) / (exp(-2 * x) + exp(-x) + 1)} where {@code x > 0}, and stays as it is
 * elsewhere.
 */
final class DominantExponential {

    private final Assumptions facts;

    DominantExponential(Assumptions facts) {
        this.facts = facts;
    }

    /** A quotient in which both sides may overflow, with a branch for either sign of what is in the exponents. */
    Optional<Formula> split(Product product) {
        return product.exponents().keySet().stream()
                .filter(base -> product.exponent(base) < 0 && mayOverflow(base))
                .findFirst()
                .filter(base -> product.exponents().keySet().stream()
                        .anyMatch(factor -> product.exponent(factor) > 0 && mayOverflow(factor)))
                .flatMap(base -> ExponentialSum.of(base, facts))
                .map(sum -> bySign(sum.unit(), scaled(product, sum.unit(), 1), scaled(product, sum.unit(), -1)));
    }

    /** The logarithm of a sum that may overflow, likewise. */
    Optional<Formula> splitLogarithm(Formula inside) {
        return ExponentialSum.of(inside, facts)
                .filter(sum -> sum.mayOverflow(facts))
                .map(sum -> bySign(sum.unit(), logarithm(sum, 1), logarithm(sum, -1)));
    }

    private static Formula bySign(Formula unit, Formula positive, Formula negative) {
        Condition condition = greater(unit, Formula.constant(0));
        return choose(condition, positive, negative);
    }

    private static Formula logarithm(ExponentialSum sum, int sign) {
        return add(multiply(sum.dominantRate(sign), sum.unit()), log(sum.withoutDominant(sign)));
    }

    private Formula scaled(Product product, Formula unit, int sign) {
        Product scaled = product.copy();
        for (Map.Entry<Formula, Double> factor : product.exponents().entrySet()) {
            Optional<ExponentialSum> sum = ExponentialSum.of(factor.getKey(), facts)
                    .filter(s -> s.unit().equals(unit));
            if (sum.isPresent()) {
                double rate = sum.get().dominantRate(sign) * factor.getValue();
                scaled = scaled.without(factor.getKey())
                        .times(sum.get().withoutDominant(sign), factor.getValue())
                        .times(exp(multiply(rate, unit)), 1);
            }
        }
        return scaled.toFormula();
    }

    private boolean mayOverflow(Formula factor) {
        return ExponentialSum.of(factor, facts)
                .filter(sum -> sum.mayOverflow(facts))
                .isPresent();
    }
}
