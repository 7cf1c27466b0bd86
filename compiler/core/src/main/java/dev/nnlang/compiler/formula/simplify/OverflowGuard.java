package dev.nnlang.compiler.formula.simplify;

import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.equal;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Conditional;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.formula.range.Assumptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The last resort against {@code 0 * infinity}: where algebra could not prevent it, as in {@code (1 - tanh(exp(x))^2) * exp(x)}, an {@code if}
 * gives the limit once a factor has vanished. What needs that is found by evaluating in float at inputs of every size.
 */
final class OverflowGuard extends FormulaRewriter {

    private static final double[] SIZES = {1e4, 1e3, 300, 95, 30, 10, 3, 0.7, 0.1};
    private static final int POINTS_FOR_SEVERAL_VARIABLES = 100;

    /** Steps from a point where there is no value towards 0, to find where there is one. */
    private static final double STEP_INWARDS = 0.97;

    private static final double NEGLIGIBLE = 1e-6;
    private static final double CLOSE = 1e-3;

    private List<Map<String, Double>> points;

    private OverflowGuard(List<Map<String, Double>> points) {
        this.points = points;
    }

    /** The formula with guards where it needs them. */
    static Formula protect(Formula formula) {
        return new OverflowGuard(points(List.copyOf(formula.variables()))).rewrite(formula);
    }

    /** Every size and sign for one variable; of the combinations for several, a fixed selection. */
    private static List<Map<String, Double>> points(List<String> variables) {
        int values = 2 * SIZES.length;
        int count = variables.size() <= 1 ? values : POINTS_FOR_SEVERAL_VARIABLES;
        List<Map<String, Double>> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Double> point = new HashMap<>();
            for (int j = 0; j < variables.size(); j++) {
                int choice = (i * (2 * j + 1) + i / values * j) % values;
                point.put(variables.get(j), choice % 2 == 0 ? SIZES[choice / 2] : -SIZES[choice / 2]);
            }
            points.add(point);
        }
        return points;
    }

    /** Each branch is tried at the points that lead there. */
    @Override
    public Formula visitConditional(Conditional conditional) {
        List<Map<String, Double>> all = points;
        Condition condition = rewrite(conditional.condition());
        points = all.stream().filter(p -> Evaluator.holdsInFloat(condition, p)).toList();
        Formula then = rewrite(conditional.then());
        points = all.stream().filter(p -> !Evaluator.holdsInFloat(condition, p)).toList();
        Formula otherwise = rewrite(conditional.otherwise());
        points = all;
        return new Conditional(condition, then, otherwise);
    }

    @Override
    public Formula visitBinary(Binary binary) {
        boolean product = binary.operator() == BinaryOperator.MULTIPLY || binary.operator() == BinaryOperator.DIVIDE;
        Optional<Formula> guarded = product ? guard(binary) : Optional.empty();
        return guarded.orElseGet(() -> super.visitBinary(binary));
    }

    private Optional<Formula> guard(Binary binary) {
        Product product = Product.of(binary, Assumptions.NONE);
        return points.stream()
                .filter(point -> Float.isNaN(Evaluator.evaluateFloat(binary, point)))
                .flatMap(point -> guard(product, point).stream())
                .findFirst();
    }

    /** Multiplies what vanishes by what overflows, apart from the rest, and gives the limit where that is undefined. */
    private Optional<Formula> guard(Product product, Map<String, Double> point) {
        Product extreme = product.withCoefficient(1);
        Product rest = product.copy();
        Formula vanishing = null;
        for (Formula base : product.exponents().keySet()) {
            float value = Evaluator.evaluateFloat(base, point);
            if (Float.isNaN(value)) {
                return Optional.empty();
            }
            if (value == 0 && (vanishing == null || product.exponent(base) > 0)) {
                vanishing = base;
            }
            boolean isExtreme = value == 0 || Float.isInfinite(value);
            extreme = isExtreme ? extreme : extreme.without(base);
            rest = isExtreme ? rest.without(base) : rest;
        }
        Formula undefined = extreme.toFormula();
        OptionalDouble limit = vanishing == null ? OptionalDouble.empty() : limit(undefined, point);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        Condition vanished = equal(vanishing, Formula.constant(0));
        return Optional.of(
                limit.getAsDouble() == 0
                        ? choose(vanished, Formula.constant(0), product.toFormula())
                        : rest.times(choose(vanished, Formula.constant(limit.getAsDouble()), undefined), 1)
                                .toFormula());
    }

    /** The whole number that the values approach on the way from 0 to the point, if they do. */
    private static OptionalDouble limit(Formula formula, Map<String, Double> point) {
        Map<String, Double> inner = point;
        float value = Float.NaN;
        while (Float.isNaN(value) && inner.values().stream().anyMatch(x -> Math.abs(x) > 1)) {
            inner = scale(inner);
            value = Evaluator.evaluateFloat(formula, inner);
        }
        float before = Evaluator.evaluateFloat(formula, scale(inner));
        double limit = Math.rint(value);
        boolean vanishes = Math.abs(value) < NEGLIGIBLE && Math.abs(before) < CLOSE;
        boolean approaches = Math.abs(value - limit) < CLOSE && Math.abs(before - limit) < CLOSE;
        return vanishes || limit != 0 && approaches ? OptionalDouble.of(limit + 0.0) : OptionalDouble.empty();
    }

    private static Map<String, Double> scale(Map<String, Double> point) {
        Map<String, Double> inner = new HashMap<>();
        point.forEach((name, value) -> inner.put(name, STEP_INWARDS * value));
        return inner;
    }
}
