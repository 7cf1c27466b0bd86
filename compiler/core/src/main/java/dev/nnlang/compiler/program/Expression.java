package dev.nnlang.compiler.program;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A formula whose variables are bound.
 *
 * @param operands what each variable stands for, in the order in which the formula uses them; others are dropped
 */
public record Expression(Formula formula, Map<String, Operand> operands) {

    public Expression {
        Map<String, Operand> read = new LinkedHashMap<>();
        for (String variable : formula.variables()) {
            if (!operands.containsKey(variable)) {
                throw new IllegalArgumentException("unbound variable " + variable + ": bound are " + operands);
            }
            read.put(variable, operands.get(variable));
        }
        operands = Collections.unmodifiableMap(read);
    }

    /** The elements that it reads. */
    public Stream<Access> accesses() {
        return operands.values().stream()
                .filter(Operand.Element.class::isInstance)
                .map(operand -> ((Operand.Element) operand).access());
    }

    /** The same formula of other operands. */
    public Expression of(UnaryOperator<Operand> others) {
        Map<String, Operand> replaced = new LinkedHashMap<>();
        operands.forEach((name, operand) -> replaced.put(name, others.apply(operand)));
        return new Expression(formula, replaced);
    }

    @Override
    public String toString() {
        Map<String, Formula> shown = new LinkedHashMap<>();
        operands.forEach((name, operand) -> shown.put(name, Formula.variable(operand.toString())));
        return Printer.print(formula.substitute(shown));
    }
}
