package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.expm1;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.sigmoid;
import static dev.nnlang.compiler.formula.Formulas.tanh;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Keeps exponentials in products from overflowing against one another. A denominator {@code 1 + exp(w)} becomes a sigmoid, and since
 * {@code exp(w) * sigmoid(-w) = sigmoid(w)} every exponential that would grow while a sigmoid decays is absorbed by it.
 */
final class ExponentialRules {

    private final Assumptions facts;

    ExponentialRules(Assumptions facts) {
        this.facts = facts;
    }

    List<Function<Product, Optional<Formula>>> rules() {
        return List.of(
                this::recognizeSigmoid,
                this::absorbIntoSigmoid,
                this::recognizeTanh,
                this::absorbIntoExpm1,
                this::expandInverseSigmoid,
                this::complementSigmoid,
                this::multiplyOut,
                new DominantExponential(facts)::split);
    }

    /** {@code 1 / (c + d * exp(w))} is {@code sigmoid(log(c / d) - w) / c}. */
    private Optional<Formula> recognizeSigmoid(Product product) {
        for (Formula base : product.exponents().keySet()) {
            double exponent = product.exponent(base);
            Optional<ExponentialPair> pair = exponent < 0 ? ExponentialPair.of(base, facts) : Optional.empty();
            if (pair.isPresent()) {
                Formula leading = multiply(exponent, pair.get().leading());
                return Optional.of(product.without(base)
                        .times(exp(leading), 1)
                        .times(sigmoid(negate(pair.get().difference())), -exponent)
                        .toFormula());
            }
        }
        return Optional.empty();
    }

    /** {@code exp(-r * w + v) * sigmoid(w)^m} is {@code exp(v) * sigmoid(-w)^r * sigmoid(w)^(m - r)}, as far as m reaches. */
    private Optional<Formula> absorbIntoSigmoid(Product product) {
        for (Unary exponential : calls(product, UnaryOperator.EXP)) {
            for (Unary sigmoid : calls(product, UnaryOperator.SIGMOID)) {
                double ratio = ratio(exponential, sigmoid);
                double available = product.exponent(sigmoid);
                if (ratio < 0 && available > 0) {
                    double absorbed = Math.min(-ratio, available);
                    return Optional.of(product.without(exponential)
                            .times(sigmoid, -absorbed)
                            .times(sigmoid(negate(sigmoid.argument())), absorbed)
                            .times(exp(add(exponential.argument(), multiply(absorbed, sigmoid.argument()))), 1)
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code expm1(w) * sigmoid(-w)} is {@code tanh(w / 2)}. */
    private Optional<Formula> recognizeTanh(Product product) {
        for (Unary difference : calls(product, UnaryOperator.EXPM1)) {
            for (Unary sigmoid : calls(product, UnaryOperator.SIGMOID)) {
                boolean opposite = Sum.of(difference.argument(), facts)
                        .plus(1, sigmoid.argument())
                        .terms()
                        .isEmpty();
                if (opposite && product.exponent(difference) >= 1 && product.exponent(sigmoid) >= 1) {
                    return Optional.of(product.copy()
                            .times(difference, -1)
                            .times(sigmoid, -1)
                            .times(tanh(multiply(0.5, difference.argument())), 1)
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code exp(v) * expm1(w)} is {@code -exp(v + w) * expm1(-w)}, and likewise below the line: whichever keeps exponents small. */
    private Optional<Formula> absorbIntoExpm1(Product product) {
        for (Unary exponential : calls(product, UnaryOperator.EXP)) {
            for (Unary difference : calls(product, UnaryOperator.EXPM1)) {
                double exponent = product.exponent(difference);
                double ratio = ratio(exponential, difference);
                if (Math.abs(exponent) == 1 && ratio * exponent <= -1) {
                    Formula reduced = add(exponential.argument(), multiply(exponent, difference.argument()));
                    return Optional.of(product.without(exponential)
                            .without(difference)
                            .times(exp(reduced), 1)
                            .times(negate(expm1(negate(difference.argument()))), exponent)
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code exp(v) / sigmoid(w)} is {@code exp(v) * (1 + exp(-w))}; both vanish together where v and w do. */
    private Optional<Formula> expandInverseSigmoid(Product product) {
        for (Unary exponential : calls(product, UnaryOperator.EXP)) {
            for (Unary sigmoid : calls(product, UnaryOperator.SIGMOID)) {
                if (ratio(exponential, sigmoid) > 0 && product.exponent(sigmoid) <= -1) {
                    return Optional.of(product.copy()
                            .times(sigmoid, 1)
                            .times(add(Sum.ONE, exp(negate(sigmoid.argument()))), 1)
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code exp(v) * (1 - sigmoid(w))} is {@code exp(v) * sigmoid(-w)}. */
    private Optional<Formula> complementSigmoid(Product product) {
        for (Unary exponential : calls(product, UnaryOperator.EXP)) {
            for (Map.Entry<Formula, Double> factor : product.exponents().entrySet()) {
                Sum sum = Sum.of(factor.getKey(), facts);
                Formula other =
                        sum.termsButConstant().keySet().stream().findFirst().orElse(Sum.ONE);
                boolean complement = sum.terms().size() == 2
                        && other instanceof Unary call
                        && call.operator() == UnaryOperator.SIGMOID
                        && sum.terms().get(other) == -sum.constant();
                if (complement && ratio(exponential, (Unary) other) > 0) {
                    Formula mirrored = multiply(sum.constant(), sigmoid(negate(((Unary) other).argument())));
                    return Optional.of(product.without(factor.getKey())
                            .times(mirrored, factor.getValue())
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** Multiplies a sum with an exponential term by the exponential or sigmoid beside it that decays while the term grows. */
    private Optional<Formula> multiplyOut(Product product) {
        for (Map.Entry<Formula, Double> factor : product.exponents().entrySet()) {
            if (Sum.isSum(factor.getKey()) && factor.getValue() == 1 && isOpposed(factor.getKey(), product)) {
                Product others = product.without(factor.getKey());
                return Sum.of(factor.getKey(), facts).terms().entrySet().stream()
                        .map(term -> others.withCoefficient(others.coefficient() * term.getValue())
                                .times(term.getKey(), 1)
                                .toFormula())
                        .reduce(Formulas::add);
            }
        }
        return Optional.empty();
    }

    private boolean isOpposed(Formula sum, Product product) {
        return Sum.of(sum, facts).terms().keySet().stream()
                .flatMap(term -> calls(Product.of(term, facts), UnaryOperator.EXP).stream())
                .anyMatch(term -> product.exponents().keySet().stream()
                        .filter(Unary.class::isInstance)
                        .map(Unary.class::cast)
                        .filter(call ->
                                call.operator() == UnaryOperator.EXP || call.operator() == UnaryOperator.SIGMOID)
                        .anyMatch(call -> product.exponent(call) * ratio(term, call) < 0));
    }

    private static List<Unary> calls(Product product, UnaryOperator function) {
        return product.exponents().keySet().stream()
                .filter(base -> base instanceof Unary unary && unary.operator() == function)
                .map(Unary.class::cast)
                .toList();
    }

    /** How many times the second one's argument fits into the first one's, but for a constant; 0 if it does not. */
    private double ratio(Unary first, Unary second) {
        OptionalDouble ratio = Sum.of(first.argument(), facts).ratioTo(Sum.of(second.argument(), facts));
        return ratio.orElse(0);
    }
}
