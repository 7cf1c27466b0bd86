package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.abs;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.log;
import static dev.nnlang.compiler.formula.Formulas.log1p;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.sigmoid;
import static dev.nnlang.compiler.formula.Formulas.softplus;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simplifies logarithms, so that what is inside neither overflows nor vanishes when its logarithm does not. */
final class LogarithmRules {

    private final Assumptions facts;

    LogarithmRules(Assumptions facts) {
        this.facts = facts;
    }

    Formula simplify(Unary call) {
        Formula inside = inside(call);
        Optional<ExponentialPair> pair = ExponentialPair.of(inside, facts);
        if (pair.isPresent()) {
            return add(pair.get().leading(), softplus(pair.get().difference()));
        }
        Formula product = asProduct(Sum.of(inside, facts)).orElse(inside);
        return split(Product.of(product, facts))
                .or(() -> new DominantExponential(facts).splitLogarithm(inside))
                .orElseGet(() -> written(inside));
    }

    private Formula inside(Unary call) {
        Formula argument = call.argument();
        return call.operator() == UnaryOperator.LOG1P
                ? Sum.of(argument, facts).plus(1, Sum.ONE).toFormula()
                : argument;
    }

    private Formula written(Formula inside) {
        Sum sum = Sum.of(inside, facts);
        return sum.constant() == 1 && sum.terms().size() > 1
                ? log1p(sum.plus(-1, Sum.ONE).toFormula())
                : log(inside);
    }

    /** {@code 1 - sigmoid(w)}, {@code 1 + tanh(w)} and {@code 1 - tanh(w)^2} as products of sigmoids, which do not round to 0. */
    private Optional<Formula> asProduct(Sum sum) {
        Map<Formula, Double> rest = sum.termsButConstant();
        if (sum.constant() != 1
                || rest.size() != 1
                || Math.abs(rest.values().iterator().next()) != 1) {
            return Optional.empty();
        }
        double sign = rest.values().iterator().next();
        Product term = Product.of(rest.keySet().iterator().next(), facts);
        Formula base = term.exponents().keySet().iterator().next();
        if (term.exponents().size() != 1 || !(base instanceof Unary call)) {
            return Optional.empty();
        }
        boolean square = term.exponent(base) == 2 && sign < 0;
        boolean plain = term.exponent(base) == 1;
        return switch (call.operator()) {
            case SIGMOID -> Optional.of(sigmoid(negate(call.argument()))).filter(s -> plain && sign < 0);
            case TANH -> tanhAsProduct(call.argument(), sign, square).filter(s -> plain || square);
            case NEGATE, EXP, EXPM1, LOG, LOG1P, SQRT, ABS, SIGN, SOFTPLUS, ERF, SIN, COS -> Optional.empty();
        };
    }

    private static Optional<Formula> tanhAsProduct(Formula argument, double sign, boolean square) {
        Formula one = multiply(2, sigmoid(multiply(2 * sign, argument)));
        Formula other = multiply(2, sigmoid(multiply(-2 * sign, argument)));
        return Optional.of(square ? multiply(one, other) : one);
    }

    /** The logarithm of a product as a sum, as far as factors are known to be positive or come in powers. */
    private Optional<Formula> split(Product product) {
        Product rest = product.copy();
        List<Map.Entry<Formula, Double>> factors =
                List.copyOf(product.exponents().entrySet());
        Formula sum = Formula.constant(0);
        boolean found = false;
        for (Map.Entry<Formula, Double> factor : factors) {
            Optional<Formula> logarithm = logarithm(factor.getKey(), factor.getValue(), factors.size() == 1);
            if (logarithm.isPresent()) {
                sum = add(sum, logarithm.get());
                rest = rest.without(factor.getKey());
                found = true;
            }
        }
        if (!found || product.coefficient() <= 0 && rest.exponents().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rest.toFormula().equals(Sum.ONE) ? sum : add(sum, log(rest.toFormula())));
    }

    /** {@code log(base^exponent)} where it can stand alone; the only factor always can unless that changes nothing. */
    private Optional<Formula> logarithm(Formula base, double exponent, boolean alone) {
        if (base instanceof Unary call && call.operator() == UnaryOperator.EXP) {
            return Optional.of(multiply(exponent, call.argument()));
        }
        if (base instanceof Unary call && call.operator() == UnaryOperator.SIGMOID) {
            return Optional.of(multiply(-exponent, softplus(negate(call.argument()))));
        }
        if (exponent == 1) {
            return Optional.empty();
        }
        boolean positive = alone || facts.range(base).isNonNegative();
        if (positive || Numbers.isEven(exponent)) {
            return Optional.of(multiply(exponent, log(Numbers.isEven(exponent) ? abs(base) : base)));
        }
        return Optional.empty();
    }
}
