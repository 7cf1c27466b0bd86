package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.abs;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.sign;

import dev.nnlang.compiler.formula.Cost;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Simplifies products of simple factors. */
final class ProductRules {

    /** What may be computed in both branches of an {@code if} for the sake of a simpler branch. */
    private static final int CHEAP = 2;

    private final Assumptions facts;
    private final List<Function<Product, Optional<Formula>>> rules;

    ProductRules(Assumptions facts) {
        this.facts = facts;
        ExponentialRules exponentials = new ExponentialRules(facts);
        this.rules = Stream.concat(
                        Stream.of(
                                this::mergeExponentials,
                                this::pushIntoConditional,
                                this::mergeSign,
                                this::mergeAbsolute),
                        exponentials.rules().stream())
                .toList();
    }

    Formula simplify(Formula formula) {
        Product product = Product.of(formula, facts);
        for (Function<Product, Optional<Formula>> rule : rules) {
            Optional<Formula> better = rule.apply(product);
            if (better.isPresent()) {
                return better.get();
            }
        }
        return product.toFormula();
    }

    /** {@code exp(u) * exp(v)^2} is {@code exp(u + 2 * v)}. */
    private Optional<Formula> mergeExponentials(Product product) {
        Sum exponent = Sum.of(Formula.constant(0), facts);
        Product rest = product;
        int count = 0;
        boolean plain = true;
        for (Map.Entry<Formula, Double> factor : product.exponents().entrySet()) {
            if (factor.getKey() instanceof Unary unary && unary.operator() == UnaryOperator.EXP) {
                exponent.plus(factor.getValue(), unary.argument());
                rest = rest.without(unary);
                plain &= factor.getValue() == 1;
                count++;
            }
        }
        return count < 2 && plain
                ? Optional.empty()
                : Optional.of(rest.times(exp(exponent.toFormula()), 1).toFormula());
    }

    /** Pushes a product into an {@code if} where that makes a branch vanish, or where it costs next to nothing. */
    private Optional<Formula> pushIntoConditional(Product product) {
        for (Map.Entry<Formula, Double> factor : product.exponents().entrySet()) {
            if (factor.getKey() instanceof Conditional conditional && isWorthPushing(product, conditional)) {
                return Optional.of(ConditionalFactor.split(product.toFormula(), conditional.condition(), facts));
            }
        }
        return Optional.empty();
    }

    private static boolean isWorthPushing(Product product, Conditional conditional) {
        Product others = product.without(conditional);
        if (others.exponents().isEmpty() && others.coefficient() == 1) {
            return product.exponent(conditional) != 1;
        }
        boolean constantBranch = conditional.then() instanceof Constant || conditional.otherwise() instanceof Constant;
        return isZero(conditional.then())
                || isZero(conditional.otherwise())
                || constantBranch && Cost.of(others.toFormula()) <= CHEAP
                || others.exponents().keySet().stream().anyMatch(f -> isConditionalOn(conditional.condition(), f));
    }

    private static boolean isZero(Formula formula) {
        return formula instanceof Constant constant && constant.value() == 0;
    }

    private static boolean isConditionalOn(Condition condition, Formula formula) {
        return formula instanceof Conditional other && other.condition().equals(condition);
    }

    /** {@code u * sign(u)} is {@code abs(u)}, {@code abs(u) * sign(u)} is u; also below the line. */
    private Optional<Formula> mergeSign(Product product) {
        return calls(product, UnaryOperator.SIGN)
                .filter(sign -> product.exponent(sign) == 1)
                .flatMap(sign -> Stream.of(sign.argument(), abs(sign.argument()))
                        .filter(partner -> Math.abs(product.exponent(partner)) == 1)
                        .map(partner -> {
                            Formula merged = partner.equals(sign.argument()) ? abs(partner) : sign.argument();
                            return replace(product, sign, partner).times(merged, product.exponent(partner));
                        }))
                .map(Product::toFormula)
                .findFirst();
    }

    /** {@code abs(u) / u} and {@code u / abs(u)} are {@code sign(u)}; {@code abs(u)^n * u^2} is {@code abs(u)^(n + 2)}. */
    private Optional<Formula> mergeAbsolute(Product product) {
        for (Unary absolute : calls(product, UnaryOperator.ABS).toList()) {
            Formula u = absolute.argument();
            double exponent = product.exponent(u);
            if (exponent != 0 && Numbers.isEven(exponent)) {
                double sum = exponent + product.exponent(absolute);
                return Optional.of(
                        replace(product, absolute, u).times(absolute, sum).toFormula());
            }
            if (exponent * product.exponent(absolute) == -1) {
                return Optional.of(
                        replace(product, absolute, u).times(sign(u), 1).toFormula());
            }
        }
        return Optional.empty();
    }

    private static Stream<Unary> calls(Product product, UnaryOperator function) {
        return product.exponents().keySet().stream()
                .filter(base -> base instanceof Unary unary && unary.operator() == function)
                .map(Unary.class::cast);
    }

    private static Product replace(Product product, Formula one, Formula two) {
        return product.without(one).without(two);
    }
}
