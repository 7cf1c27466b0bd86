package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.tanh;

import dev.nnlang.compiler.formula.Cost;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Simplifies sums of simple terms. */
public final class SumRules {

    private final Assumptions facts;
    private final List<Function<Sum, Optional<Formula>>> rules = List.of(
            this::joinConditionals,
            this::recognizeTanh,
            this::pairSigmoids,
            this::subtractSigmoids,
            this::pairSoftpluses);

    public SumRules(Assumptions facts) {
        this.facts = facts;
    }

    public Formula simplify(Formula formula) {
        Sum sum = Sum.of(formula, facts);
        for (Function<Sum, Optional<Formula>> rule : rules) {
            Optional<Formula> better = rule.apply(sum);
            if (better.isPresent()) {
                return better.get();
            }
        }
        Formula plain = sum.toFormula();
        Formula expanded = Sum.expanded(formula, facts).toFormula();
        Formula flat = Cost.of(expanded) < Cost.of(plain) ? expanded : plain;
        return factored(sum)
                .filter(product -> Cost.of(product) <= Cost.of(flat))
                .orElse(flat);
    }

    /** {@code (if c then a else b) + x * (if c then d else e)} is {@code if c then a + x * d else b + x * e}. */
    private Optional<Formula> joinConditionals(Sum sum) {
        List<Formula> terms = new ArrayList<>(sum.terms().keySet());
        for (int i = 0; i < terms.size(); i++) {
            Optional<Conditional> first = ConditionalFactor.of(terms.get(i), facts);
            for (int j = i + 1; first.isPresent() && j < terms.size(); j++) {
                Condition condition = first.get().condition();
                if (ConditionalFactor.of(terms.get(j), facts)
                        .filter(c -> c.condition().equals(condition))
                        .isPresent()) {
                    return Optional.of(join(sum, terms.get(i), terms.get(j), condition));
                }
            }
        }
        return Optional.empty();
    }

    private Formula join(Sum sum, Formula one, Formula two, Condition condition) {
        Formula both =
                add(multiply(sum.terms().get(one), one), multiply(sum.terms().get(two), two));
        return sum.without(one, two)
                .plus(1, ConditionalFactor.split(both, condition, facts))
                .toFormula();
    }

    /** {@code 2 * sigmoid(w) - 1} is {@code tanh(w / 2)}. */
    private Optional<Formula> recognizeTanh(Sum sum) {
        for (Map.Entry<Formula, Double> term : sum.terms().entrySet()) {
            if (isCall(UnaryOperator.SIGMOID, term.getKey()) && term.getValue() == -2 * sum.constant()) {
                Formula half = multiply(0.5, ((Unary) term.getKey()).argument());
                return Optional.of(sum.without(term.getKey(), Sum.ONE)
                        .plus(-sum.constant(), tanh(half))
                        .toFormula());
            }
        }
        return Optional.empty();
    }

    /** {@code sigmoid(u) + sigmoid(-u)} is 1. */
    private Optional<Formula> pairSigmoids(Sum sum) {
        return pair(sum, UnaryOperator.SIGMOID, 1, argument -> Sum.ONE);
    }

    /** {@code sigmoid(u) - sigmoid(-u)} is {@code tanh(u / 2)}. */
    private Optional<Formula> subtractSigmoids(Sum sum) {
        return pair(sum, UnaryOperator.SIGMOID, -1, argument -> tanh(multiply(0.5, argument)));
    }

    /** {@code softplus(u) - softplus(-u)} is u. */
    private Optional<Formula> pairSoftpluses(Sum sum) {
        return pair(sum, UnaryOperator.SOFTPLUS, -1, argument -> argument);
    }

    /** Replaces {@code f(u) + sign * f(-u)}, whatever its coefficient. */
    private Optional<Formula> pair(Sum sum, UnaryOperator function, int sign, Function<Formula, Formula> replacement) {
        List<Formula> calls = sum.terms().keySet().stream()
                .filter(term -> isCall(function, term))
                .toList();
        for (Formula one : calls) {
            for (Formula two : calls) {
                double coefficient = sum.terms().get(one);
                if (coefficient == sign * sum.terms().get(two) && areOpposite(argument(one), argument(two))) {
                    return Optional.of(sum.without(one, two)
                            .plus(coefficient, replacement.apply(argument(one)))
                            .toFormula());
                }
            }
        }
        return Optional.empty();
    }

    /** The sum with the powers that all its terms have in common taken out, such as {@code exp(x) * (1 + x)}. */
    private Optional<Formula> factored(Sum sum) {
        List<Product> terms = new ArrayList<>();
        sum.terms()
                .forEach(
                        (term, coefficient) -> terms.add(Product.of(term, facts).withCoefficient(coefficient)));
        if (terms.size() < 2) {
            return Optional.empty();
        }
        Product common = common(terms);
        if (common.exponents().isEmpty()) {
            return Optional.empty();
        }
        Formula rest = terms.stream()
                .map(term -> term.times(common.toFormula(), -1).toFormula())
                .reduce(Formulas::add)
                .orElseThrow();
        return Optional.of(common.times(Simplifier.simplify(rest, facts), 1).toFormula());
    }

    private Product common(List<Product> terms) {
        Product common = Product.of(Sum.ONE, facts);
        for (Formula base : terms.get(0).exponents().keySet()) {
            double least = terms.stream()
                    .mapToDouble(term -> term.exponent(base))
                    .min()
                    .orElse(0);
            double most = terms.stream()
                    .mapToDouble(term -> term.exponent(base))
                    .max()
                    .orElse(0);
            if (least * most > 0) {
                common.times(base, least);
            }
        }
        return common;
    }

    private boolean areOpposite(Formula one, Formula two) {
        return Sum.of(one, facts).plus(1, two).terms().isEmpty();
    }

    private static boolean isCall(UnaryOperator function, Formula formula) {
        return formula instanceof Unary unary && unary.operator() == function;
    }

    private static Formula argument(Formula call) {
        return ((Unary) call).argument();
    }
}
