package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.formula.Formula;
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
