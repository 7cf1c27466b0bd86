package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A formula, evaluated for each element. Operands of a narrower shape are repeated (see {@link Shape#broadcastsTo}).
 *
 * @param formula its variables are the operands' names, and {@link #ROWS}
 * @param operands the values that the formula reads
 * @param shape of the result: the widest operand's, or wider
 */
public record MapElements(Formula formula, List<Value> operands, Shape shape) implements Op {

    /** The variable that stands for the number of rows in the batch. */
    public static final String ROWS = "rows";

    /** Above 0 while training. No value is called that. Lowered graphs read it; the rewrite for a mode replaces it. */
    private static final String TRAINING = "is training";

    private static final Formula.Condition IS_TRAINING = Formulas.less(Formula.constant(0), Formula.variable(TRAINING));

    public MapElements {
        operands = List.copyOf(operands);
        for (Value operand : operands) {
            if (!operand.shape().broadcastsTo(shape)) {
                throw new IllegalArgumentException(operand + " does not broadcast to " + shape);
            }
        }
    }

    /** The formula over those of {@code readable} that it does read. */
    public static MapElements of(Formula formula, List<Value> readable, Shape shape) {
        Set<String> read = formula.variables();
        List<Value> operands = readable.stream()
                .filter(value -> read.contains(value.name()))
                .distinct()
                .toList();
        return new MapElements(formula, operands, shape);
    }

    /** A formula that is {@code training} while the network is trained, and {@code otherwise} when it predicts or is evaluated. */
    public static Formula byMode(Formula training, Formula otherwise) {
        return new Formula.Conditional(IS_TRAINING, training, otherwise);
    }

    /** Whether the formula is one {@link #byMode}. */
    public boolean dependsOnMode() {
        return formula instanceof Formula.Conditional choice
                && choice.condition().equals(IS_TRAINING);
    }

    /** The same in one mode: with the formula of training, or the other. */
    public MapElements inMode(boolean training) {
        if (!dependsOnMode()) {
            return this;
        }
        Formula.Conditional choice = (Formula.Conditional) formula;
        return of(training ? choice.then() : choice.otherwise(), operands, shape);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        Map<String, Formula> renamed = new HashMap<>();
        for (Value operand : operands) {
            renamed.put(
                    operand.name(), Formula.variable(replacement.apply(operand).name()));
        }
        return new MapElements(
                formula.substitute(renamed),
                operands.stream().map(replacement).distinct().toList(),
                shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.mapElements(this);
    }

    @Override
    public String toString() {
        return Printer.print(formula);
    }
}
