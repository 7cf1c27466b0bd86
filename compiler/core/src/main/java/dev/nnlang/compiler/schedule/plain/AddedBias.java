package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Operand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bias in {@code tanh(sum + bias)}, and what is left without it.
 *
 * @param rest {@code tanh(sum)}
 */
record AddedBias(Expression bias, Expression rest) {

    /** Empty if something else is done with the sum first, or if it is read twice. */
    static Optional<AddedBias> of(Expression value, Access sum) {
        List<String> variables = value.operands().entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Operand.Element(sum)))
                .map(Map.Entry::getKey)
                .toList();
        if (variables.size() != 1) {
            return Optional.empty();
        }
        return split(value.formula(), variables.get(0))
                .map(parts -> new AddedBias(
                        new Expression(parts.bias(), value.operands()),
                        new Expression(parts.rest(), value.operands())));
    }

    private record Parts(Formula bias, Formula rest) {}

    /** Looks for {@code sum + bias} inside operators. */
    private static Optional<Parts> split(Formula formula, String sum) {
        if (formula instanceof Formula.Unary unary) {
            return split(unary.argument(), sum)
                    .map(parts -> new Parts(parts.bias(), new Formula.Unary(unary.operator(), parts.rest())));
        }
        if (!(formula instanceof Formula.Binary binary)) {
            return Optional.empty();
        }
        Formula variable = Formula.variable(sum);
        boolean onLeft = binary.left().variables().contains(sum);
        if (onLeft && binary.right().variables().contains(sum)) {
            return Optional.empty();
        }
        Formula with = onLeft ? binary.left() : binary.right();
        Formula other = onLeft ? binary.right() : binary.left();
        if (binary.operator() == BinaryOperator.ADD && with.equals(variable)) {
            return Optional.of(new Parts(other, variable));
        }
        return split(with, sum)
                .map(parts -> new Parts(
                        parts.bias(),
                        new Formula.Binary(
                                binary.operator(), onLeft ? parts.rest() : other, onLeft ? other : parts.rest())));
    }
}
