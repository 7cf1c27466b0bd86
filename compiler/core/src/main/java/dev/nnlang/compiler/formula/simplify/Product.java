package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.abs;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.negate;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.sqrt;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formula.Variable;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A product as a coefficient and powers of bases, in the order in which the bases were met. Mutable while it is built. */
public final class Product {

    private final Assumptions facts;
    private final Map<Formula, Double> exponents = new LinkedHashMap<>();
    /** Bases that were met under a root: where they are negative the product has no value. */
    private final Set<Formula> rooted = new HashSet<>();

    private double coefficient = 1;

    private Product(Assumptions facts) {
        this.facts = facts;
    }

    /** The product that the formula is; of one factor if it is no product. */
    public static Product of(Formula formula, Assumptions facts) {
        return new Product(facts).times(formula, 1);
    }

    Product copy() {
        return withCoefficient(coefficient);
    }

    public Product withCoefficient(double newCoefficient) {
        Product copy = new Product(facts);
        copy.exponents.putAll(exponents);
        copy.rooted.addAll(rooted);
        copy.coefficient = newCoefficient;
        return copy;
    }

    /** The product without the base, whatever its exponent. */
    public Product without(Formula base) {
        Product copy = copy();
        copy.exponents.remove(base);
        return copy;
    }

    double coefficient() {
        return coefficient;
    }

    public Map<Formula, Double> exponents() {
        return Collections.unmodifiableMap(exponents);
    }

    public double exponent(Formula base) {
        return exponents.getOrDefault(base, 0.0);
    }

    /** Multiplies by {@code formula ^ exponent}. */
    Product times(Formula formula, double exponent) {
        if (formula instanceof Constant constant) {
            return timesConstant(constant, exponent);
        }
        if (formula instanceof Unary unary) {
            return timesUnary(unary, exponent);
        }
        return formula instanceof Binary binary ? timesBinary(binary, exponent) : put(formula, exponent);
    }

    private Product timesConstant(Constant constant, double exponent) {
        double value = Math.pow(constant.value(), exponent);
        if (!Double.isFinite(value * coefficient)) {
            return put(constant, exponent);
        }
        coefficient = Numbers.tidy(coefficient * value);
        return this;
    }

    private Product timesUnary(Unary unary, double exponent) {
        Formula argument = unary.argument();
        return switch (unary.operator()) {
            case NEGATE ->
                Numbers.isInteger(exponent)
                        ? timesConstant(new Constant(-1), exponent).times(argument, exponent)
                        : timesRoot(unary, exponent);
            case SQRT -> timesRoot(unary, argument, exponent);
            case ABS -> Numbers.isEven(exponent) ? times(argument, exponent) : put(unary, exponent);
            case EXP, EXPM1, LOG, LOG1P, SIGN, TANH, SIGMOID, SOFTPLUS, ERF, SIN, COS -> put(unary, exponent);
        };
    }

    private Product timesRoot(Unary root, Formula argument, double exponent) {
        if (!Numbers.isEven(exponent) || isNonNegative(argument)) {
            return times(argument, exponent / 2);
        }
        // The even power of a root is a whole power that has no value where the argument is negative.
        if (argument instanceof Variable || Sum.isSum(argument)) {
            rooted.add(argument);
            return put(argument, exponent / 2);
        }
        return put(root, exponent);
    }

    private Product timesBinary(Binary binary, double exponent) {
        return switch (binary.operator()) {
            case MULTIPLY, DIVIDE -> timesProduct(binary, exponent);
            case POWER -> timesPower(binary, exponent);
            case ADD, SUBTRACT, MIN, MAX -> put(binary, exponent);
        };
    }

    private Product timesProduct(Binary binary, double exponent) {
        if (!Numbers.isInteger(exponent)) {
            return timesRoot(binary, exponent);
        }
        double right = binary.operator() == BinaryOperator.DIVIDE ? -exponent : exponent;
        return times(binary.left(), exponent).times(binary.right(), right);
    }

    private Product timesPower(Binary power, double outer) {
        Formula base = power.left();
        if (power.right() instanceof Constant inner) {
            return timesPower(power, base, inner.value(), outer);
        }
        if (base instanceof Constant constant && constant.value() > 0) {
            return put(exp(multiply(Math.log(constant.value()), power.right())), outer);
        }
        return put(power, outer);
    }

    private Product timesPower(Binary power, Formula base, double inner, double outer) {
        if (Numbers.isInteger(outer) || isNonNegative(base)) {
            return times(base, inner * outer);
        }
        return Numbers.isEven(inner) ? times(abs(base), inner * outer) : put(power, outer);
    }

    /** Takes out of a root of a product what is known not to be negative, and leaves the rest together under the root. */
    private Product timesRoot(Formula formula, double exponent) {
        Product inside = of(formula, facts);
        timesConstant(new Constant(Math.abs(inside.coefficient)), exponent);
        Product rest = new Product(facts);
        rest.coefficient = Math.signum(inside.coefficient);
        inside.exponents.forEach((base, inner) -> {
            if (isNonNegative(base)) {
                times(base, inner * exponent);
            } else if (Numbers.isEven(inner)) {
                times(abs(base), inner * exponent);
            } else {
                rest.put(base, inner);
            }
        });
        Formula left = rest.toFormula();
        return left instanceof Constant constant ? timesConstant(constant, exponent) : put(left, exponent);
    }

    private Product put(Formula base, double exponent) {
        if (!Numbers.isInteger(exponent)) {
            rooted.add(base);
        }
        double sum = Numbers.add(exponents.getOrDefault(base, 0.0), exponent);
        if (sum == 0) {
            exponents.remove(base);
        } else {
            exponents.put(base, sum);
        }
        return this;
    }

    private boolean isNonNegative(Formula formula) {
        return facts.range(formula).isNonNegative();
    }

    /** The product written out: the coefficient first, then the factors, divided by those with negative exponents. */
    public Formula toFormula() {
        if (coefficient == 0) {
            return Formula.constant(0);
        }
        double inverse = 1 / coefficient;
        boolean inverted =
                isShorter(inverse, coefficient) && exponents.values().stream().anyMatch(e -> e > 0);
        Formula numerator = factors(inverted ? 1 : coefficient, 1);
        Formula denominator = factors(inverted ? inverse : 1, -1);
        return denominator.equals(Sum.ONE) ? numerator : divide(numerator, denominator);
    }

    /** The factors whose exponents have the sign, behind the number; a number of -1 becomes the sign of the first factor. */
    private Formula factors(double number, int sign) {
        Formula factors = null;
        for (Formula base : variablesFirst()) {
            if (exponents.get(base) * sign > 0) {
                Formula value = raised(base, Math.abs(exponents.get(base)));
                factors = factors == null ? scaled(number, value) : multiply(factors, value);
            }
        }
        return factors == null ? Formula.constant(number) : factors;
    }

    /** As people write it: {@code x * exp(x)}. */
    private List<Formula> variablesFirst() {
        List<Formula> bases = new ArrayList<>(exponents.keySet());
        bases.sort(Comparator.comparing(base -> !(base instanceof Variable)));
        return bases;
    }

    private static Formula scaled(double number, Formula factor) {
        if (number == 1) {
            return factor;
        }
        return number == -1 ? negate(factor) : multiply(number, factor);
    }

    /** Whether dividing by the inverse reads much better, as in {@code x / 6}, and is as exact. */
    private static boolean isShorter(double inverse, double value) {
        return 1 / inverse == value
                && Printer.print(Math.abs(inverse)).length() <= 6
                && Printer.print(Math.abs(value)).length() > 8;
    }

    private Formula raised(Formula base, double exponent) {
        if (Numbers.isInteger(exponent)) {
            boolean undefinedBelowZero = rooted.contains(base) && !isNonNegative(base);
            return undefinedBelowZero ? whole(sqrt(base), 2 * exponent) : whole(base, exponent);
        }
        if (!Numbers.isInteger(2 * exponent)) {
            return power(base, exponent);
        }
        return exponent < 1 ? sqrt(base) : multiply(whole(base, exponent - 0.5), sqrt(base));
    }

    private static Formula whole(Formula base, double exponent) {
        return exponent == 1 ? base : power(base, exponent);
    }
}
