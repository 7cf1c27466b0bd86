package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.multiply;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import dev.nnlang.compiler.formula.range.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A sum read as {@code c1 * exp(r1 * unit) + c2 * exp(r2 * unit) + …}; a term without an exponential has the rate 0.
 *
 * @param unit what all exponents are multiples of
 */
record ExponentialSum(Formula unit, List<Term> terms) {

    /** {@code coefficient * exp(rate * unit)}. */
    record Term(double rate, Formula coefficient) {}

    /** The formula read like this, if it can be and holds an exponential; a single exponential counts as a sum. */
    static Optional<ExponentialSum> of(Formula formula, Assumptions facts) {
        Sum sum = Sum.expanded(formula, facts);
        return sum.terms().keySet().stream()
                .flatMap(term -> exponential(term, facts).stream())
                .findFirst()
                .map(first -> unit(first, facts))
                .flatMap(unit -> read(sum, unit, facts));
    }

    private static Optional<ExponentialSum> read(Sum sum, Formula unit, Assumptions facts) {
        List<Term> terms = new ArrayList<>();
        for (Map.Entry<Formula, Double> entry : sum.terms().entrySet()) {
            Formula term = multiply(entry.getValue(), entry.getKey());
            Optional<Unary> exponential = exponential(entry.getKey(), facts);
            if (exponential.isEmpty()) {
                terms.add(new Term(0, term));
                continue;
            }
            Sum exponent = Sum.of(exponential.get().argument(), facts);
            OptionalDouble rate = exponent.ratioTo(Sum.of(unit, facts));
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            Product rest = Product.of(term, facts).without(exponential.get());
            terms.add(new Term(
                    rate.getAsDouble(),
                    rest.times(Formula.constant(Math.exp(exponent.constant())), 1)
                            .toFormula()));
        }
        return Optional.of(new ExponentialSum(unit, List.copyOf(terms)));
    }

    private static Optional<Unary> exponential(Formula term, Assumptions facts) {
        Product product = Product.of(term, facts);
        return product.exponents().keySet().stream()
                .filter(base -> base instanceof Unary call && call.operator() == UnaryOperator.EXP)
                .filter(base -> product.exponent(base) == 1)
                .map(Unary.class::cast)
                .filter(call ->
                        !Sum.of(call.argument(), facts).termsButConstant().isEmpty())
                .findFirst();
    }

    /** The exponent without its constant and coefficient; of several terms, the sign is that of the alphabetically first. */
    private static Formula unit(Unary exponential, Assumptions facts) {
        Map<Formula, Double> terms = Sum.of(exponential.argument(), facts).termsButConstant();
        Formula first = terms.keySet().stream()
                .min(Comparator.comparing(Printer::print))
                .orElseThrow();
        Sum unit = Sum.of(Formula.constant(0), facts);
        terms.forEach((term, coefficient) -> unit.plus(coefficient / terms.get(first), term));
        return unit.toFormula();
    }

    /** Whether one of the exponents has no upper bound. */
    boolean mayOverflow(Assumptions facts) {
        Range range = facts.range(unit);
        return terms.stream()
                .anyMatch(term -> Range.of(term.rate()).multiply(range).high() == Double.POSITIVE_INFINITY);
    }

    /** The rate of the term that outgrows the others where the unit has the sign; 0 if nothing grows. */
    double dominantRate(int sign) {
        return sign
                * Math.max(
                        0,
                        terms.stream()
                                .mapToDouble(term -> sign * term.rate())
                                .max()
                                .orElse(0));
    }

    /** The sum divided by {@code exp(dominantRate * unit)}: no exponential in it grows where the unit has the sign. */
    Formula withoutDominant(int sign) {
        double dominant = dominantRate(sign);
        return terms.stream()
                .map(term -> multiply(term.coefficient(), exp(multiply(term.rate() - dominant, unit))))
                .reduce(Formulas::add)
                .orElseThrow();
    }
}
