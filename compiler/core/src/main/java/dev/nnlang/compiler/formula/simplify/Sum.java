package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.exp;
import static dev.nnlang.compiler.formula.Formulas.expm1;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Constant;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Numbers;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A sum as coefficients of terms, in the order in which the terms were met. The constant is the coefficient of {@link #ONE}. */
public final class Sum {

    public static final Formula ONE = Formula.constant(1);

    /** Sums longer than this are not multiplied out any further. */
    private static final int LONGEST_EXPANSION = 24;

    private final Assumptions facts;
    private final boolean expand;
    private final Map<Formula, Double> terms = new LinkedHashMap<>();

    private Sum(Assumptions facts, boolean expand) {
        this.facts = facts;
        this.expand = expand;
    }

    /** The sum that the formula is; of one term if it is no sum. */
    public static Sum of(Formula formula, Assumptions facts) {
        return new Sum(facts, false).plus(1, formula);
    }

    /** As {@link #of}, and products of sums multiplied out. */
    static Sum expanded(Formula formula, Assumptions facts) {
        return new Sum(facts, true).plus(1, formula);
    }

    static boolean isSum(Formula formula) {
        return formula instanceof Binary binary
                && (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT);
    }

    public Map<Formula, Double> terms() {
        return Collections.unmodifiableMap(terms);
    }

    double constant() {
        return terms.getOrDefault(ONE, 0.0);
    }

    Map<Formula, Double> termsButConstant() {
        Map<Formula, Double> rest = new LinkedHashMap<>(terms);
        rest.remove(ONE);
        return rest;
    }

    public Sum without(Formula... removed) {
        Sum rest = new Sum(facts, expand);
        rest.terms.putAll(terms);
        rest.terms.keySet().removeAll(Set.of(removed));
        return rest;
    }

    /** Adds {@code factor * formula}. */
    Sum plus(double factor, Formula formula) {
        if (formula instanceof Constant constant) {
            return put(factor * constant.value(), ONE);
        }
        if (formula instanceof Unary unary) {
            return plusUnary(factor, unary);
        }
        return formula instanceof Binary binary ? plusBinary(factor, binary) : put(factor, formula);
    }

    private Sum plusUnary(double factor, Unary unary) {
        return switch (unary.operator()) {
            case NEGATE -> plus(-factor, unary.argument());
            case EXPM1 -> put(factor, exp(unary.argument())).put(-factor, ONE);
            case EXP, LOG, LOG1P, SQRT, ABS, SIGN, TANH, SIGMOID, SOFTPLUS, ERF, SIN, COS -> put(factor, unary);
        };
    }

    private Sum plusBinary(double factor, Binary binary) {
        return switch (binary.operator()) {
            case ADD -> plus(factor, binary.left()).plus(factor, binary.right());
            case SUBTRACT -> plus(factor, binary.left()).plus(-factor, binary.right());
            case MULTIPLY, DIVIDE, POWER -> plusProduct(factor, Product.of(binary, facts));
            case MIN, MAX -> put(factor, binary);
        };
    }

    private Sum plusProduct(double factor, Product product) {
        double coefficient = Numbers.tidy(factor * product.coefficient());
        if (expand && terms.size() < LONGEST_EXPANSION) {
            for (Formula base : product.exponents().keySet()) {
                double exponent = product.exponents().get(base);
                if (isSum(base) && (exponent == 1 || exponent == 2)) {
                    return plusMultipliedOut(coefficient, product, base);
                }
            }
        }
        Formula unit = product.withCoefficient(1).toFormula();
        return isSum(unit) && Math.abs(coefficient) == 1 ? plus(coefficient, unit) : put(coefficient, unit);
    }

    private Sum plusMultipliedOut(double factor, Product product, Formula sum) {
        Product others = product.withCoefficient(1).times(sum, -1);
        of(sum, facts)
                .terms
                .forEach((term, coefficient) ->
                        plus(factor * coefficient, others.copy().times(term, 1).toFormula()));
        return this;
    }

    private Sum put(double coefficient, Formula term) {
        double sum = Numbers.add(terms.getOrDefault(term, 0.0), coefficient);
        if (sum == 0) {
            terms.remove(term);
        } else {
            terms.put(term, sum);
        }
        return this;
    }

    /**
     * The number r for which this sum is {@code r * other} but for a constant, if there is one: -2 for {@code 1 - 2 x} and {@code x + 3}.
     */
    OptionalDouble ratioTo(Sum other) {
        Map<Formula, Double> mine = termsButConstant();
        Map<Formula, Double> others = other.termsButConstant();
        if (mine.isEmpty() || !mine.keySet().equals(others.keySet())) {
            return OptionalDouble.empty();
        }
        Formula first = mine.keySet().iterator().next();
        double ratio = Numbers.tidy(mine.get(first) / others.get(first));
        boolean all = mine.keySet().stream().allMatch(t -> Numbers.add(mine.get(t), -ratio * others.get(t)) == 0);
        return all ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }

    /** The sum written out; it begins with its first term that has no minus, if there is one. */
    public Formula toFormula() {
        if (terms.isEmpty()) {
            return Formula.constant(0);
        }
        Map<Formula, Double> written = withExpm1();
        Formula lead = written.keySet().stream()
                .filter(term -> written.get(term) > 0)
                .findFirst()
                .orElse(written.keySet().iterator().next());
        Formula sum = scaled(written.get(lead), lead);
        for (Map.Entry<Formula, Double> term : written.entrySet()) {
            if (!term.getKey().equals(lead)) {
                Formula magnitude = scaled(Math.abs(term.getValue()), term.getKey());
                sum = term.getValue() > 0 ? add(sum, magnitude) : subtract(sum, magnitude);
            }
        }
        return sum;
    }

    /** The terms, with {@code c * exp(u) - c} as {@code c * expm1(u)}, which does not cancel near 0. */
    private Map<Formula, Double> withExpm1() {
        Formula exponential = terms.keySet().stream()
                .filter(term -> term instanceof Unary unary && unary.operator() == UnaryOperator.EXP)
                .filter(term -> terms.get(term) == -constant())
                .findFirst()
                .orElse(null);
        if (exponential == null) {
            return terms;
        }
        Map<Formula, Double> joined = new LinkedHashMap<>();
        termsButConstant()
                .forEach((term, coefficient) ->
                        joined.put(term.equals(exponential) ? expm1(((Unary) term).argument()) : term, coefficient));
        return joined;
    }

    private Formula scaled(double coefficient, Formula term) {
        return coefficient == 1
                ? term
                : Product.of(term, facts).withCoefficient(coefficient).toFormula();
    }
}
