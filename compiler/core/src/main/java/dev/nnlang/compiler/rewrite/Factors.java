package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formula.Binary;
import dev.nnlang.compiler.formula.Formula.Unary;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.op.MapElements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A formula as a product: what is multiplied, divided by what.
 *
 * @param above in order; may hold constants
 * @param below likewise
 */
record Factors(List<Formula> above, List<Formula> below) {

    Factors {
        above = List.copyOf(above);
        below = List.copyOf(below);
    }

    /** Of one factor, if the formula is no product. */
    static Factors of(Formula formula) {
        List<Formula> above = new ArrayList<>();
        List<Formula> below = new ArrayList<>();
        collect(formula, above, below);
        return new Factors(above, below);
    }

    private static void collect(Formula formula, List<Formula> above, List<Formula> below) {
        if (formula instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            above.add(Formula.constant(-1));
            collect(unary.argument(), above, below);
        } else if (formula instanceof Binary binary && binary.operator() == BinaryOperator.MULTIPLY) {
            collect(binary.left(), above, below);
            collect(binary.right(), above, below);
        } else if (formula instanceof Binary binary && binary.operator() == BinaryOperator.DIVIDE) {
            collect(binary.left(), above, below);
            collect(binary.right(), below, above);
        } else {
            above.add(formula);
        }
    }

    /** Those factors that fulfil the condition. */
    Factors where(Predicate<Formula> condition) {
        return new Factors(
                above.stream().filter(condition).toList(),
                below.stream().filter(condition).toList());
    }

    /** Whether a factor of {@code map} is the same wherever an element of {@code shape}, which is narrower, is read. */
    static Predicate<Formula> sameWithin(MapElements map, Shape shape) {
        Set<String> names = new HashSet<>(Set.of(MapElements.ROWS));
        map.operands().stream()
                .filter(operand -> operand.shape().broadcastsTo(shape))
                .forEach(operand -> names.add(operand.name()));
        return factor -> names.containsAll(factor.variables());
    }

    /** How many there are, numbers not counted. */
    long variable() {
        return above.stream().filter(Factors::isVariable).count()
                + below.stream().filter(Factors::isVariable).count();
    }

    private static boolean isVariable(Formula factor) {
        return !factor.variables().isEmpty();
    }

    /** The product, written out. */
    Formula product() {
        Formula numerator = product(above).orElse(Formula.constant(1));
        return product(below)
                .map(denominator -> Formulas.divide(numerator, denominator))
                .orElse(numerator);
    }

    private static Optional<Formula> product(List<Formula> factors) {
        return factors.stream().reduce(Formulas::multiply);
    }
}
