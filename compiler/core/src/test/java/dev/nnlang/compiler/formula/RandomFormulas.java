package dev.nnlang.compiler.formula;

import dev.nnlang.compiler.formula.Formula.And;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Comparison;
import dev.nnlang.compiler.formula.Formula.Condition;
import dev.nnlang.compiler.formula.Formula.Not;
import dev.nnlang.compiler.formula.Formula.Or;
import dev.nnlang.compiler.formula.Formula.Unary;
import java.util.Map;
import java.util.Random;

/** Draws formulas of x and y, and points to evaluate them at; the same for the same seed. */
public final class RandomFormulas {

    private static final double[] CONSTANTS = {0, 1, -1, 2, 0.5, 3, -0.25, 10};

    private static final ComparisonOperator[] INEQUALITIES = {
        ComparisonOperator.LESS, ComparisonOperator.AT_MOST, ComparisonOperator.GREATER, ComparisonOperator.AT_LEAST
    };
    private static final UnaryOperator[] TOTAL_FUNCTIONS = {
        UnaryOperator.NEGATE, UnaryOperator.ABS, UnaryOperator.TANH, UnaryOperator.SIGMOID, UnaryOperator.SIN
    };
    private static final BinaryOperator[] TOTAL_OPERATORS = {
        BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MULTIPLY, BinaryOperator.MIN, BinaryOperator.MAX
    };

    private final Random random;

    public RandomFormulas(long seed) {
        random = new Random(seed);
    }

    public Formula formula(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new Unary(pick(UnaryOperator.values()), formula(depth - 1));
            case 4 -> Formulas.power(formula(depth - 1), random.nextInt(7) / 2.0 - 1);
            case 5 -> Formulas.choose(condition(2), formula(depth - 1), formula(depth - 1));
            default -> new Binary(pick(BinaryOperator.values()), formula(depth - 1), formula(depth - 1));
        };
    }

    public Map<String, Double> point(double scale) {
        return Map.of("x", scale * random.nextGaussian(), "y", scale * random.nextGaussian());
    }

    /** The formula with a relative error of this size, up or down, in every step. */
    public Formula disturb(Formula formula, double error) {
        return FormulaRewriter.transform(
                formula, part -> Formulas.multiply(random.nextBoolean() ? 1 + error : 1 - error, part));
    }

    private Formula leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> Formula.constant(CONSTANTS[random.nextInt(CONSTANTS.length)]);
            case 1 -> Formula.variable("y");
            default -> Formula.variable("x");
        };
    }

    private Condition condition(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> new And(condition(depth - 1), condition(depth - 1));
            case 1 -> new Or(condition(depth - 1), condition(depth - 1));
            case 2 -> new Not(condition(depth - 1));
            default -> new Comparison(pick(INEQUALITIES), asked(2), threshold());
        };
    }

    /** An odd number: were both sides equal but for rounding, nothing could be promised either. */
    private Formula threshold() {
        return Formula.constant(random.nextInt(-1000, 1000) / 500.0 + 0.0007);
    }

    /** What conditions ask always has a value: nothing is promised of an {@code if} that compares NaN. */
    private Formula asked(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> leaf();
            case 1 -> new Unary(pick(TOTAL_FUNCTIONS), asked(depth - 1));
            default -> new Binary(pick(TOTAL_OPERATORS), asked(depth - 1), asked(depth - 1));
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
