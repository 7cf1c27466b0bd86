package dev.nnlang.compiler.program;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A formula whose variables are bound.
 *
 * @param operands what each variable stands for
 */
public record Expression(Formula formula, Map<String, Operand> operands) {

    public Expression {
        operands = Map.copyOf(operands);
        Set<String> variables = formula.variables();
        if (!operands.keySet().containsAll(variables)) {
            throw new IllegalArgumentException("unbound variables in " + formula + ": bound are " + operands.keySet());
        }
    }

    @Override
    public String toString() {
        Map<String, Formula> shown = new LinkedHashMap<>();
        operands.forEach((name, operand) -> shown.put(name, Formula.variable(operand.toString())));
        return Printer.print(formula.substitute(shown));
    }
}
