package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an optimizer does to one element of a weight.
 *
 * @param name unique among the rules of an optimizer, a Java identifier: {@code sgd}, {@code sgdL2}
 * @param direction what is followed in place of the gradient, under the name {@link #DIRECTION}: the gradient clipped and with the slope of a
 *     penalty; just {@link #GRADIENT} if nothing is added
 * @param assignments in order: the variables that the optimizer remembers and at last the weight {@code w}, each with its new value; they may
 *     read {@code w}, the direction, the learning rate {@code rate}, what is remembered, and the numbers of {@link Optimizer#perStep}
 */
public record UpdateRule(String name, Formula direction, Map<String, Formula> assignments) {

    /** The variable of the weight itself. */
    public static final String WEIGHT = "w";

    /** The variable of the weight's gradient. */
    public static final String GRADIENT = "g";

    /** The variable of what is followed, where that is not the gradient itself. */
    public static final String DIRECTION = "d";

    public UpdateRule {
        assignments = Collections.unmodifiableMap(new LinkedHashMap<>(assignments));
    }

    /** Whether the direction is not the gradient as it comes. */
    public boolean shapesGradient() {
        return !direction.equals(Formula.variable(GRADIENT));
    }

    /** The variables that the optimizer remembers from step to step. */
    public List<String> state() {
        return assignments.keySet().stream()
                .filter(name -> !name.equals(WEIGHT))
                .toList();
    }

    /** Whether some formula reads {@code variable}. */
    public boolean reads(String variable) {
        return Stream.concat(Stream.of(direction), assignments.values().stream())
                .anyMatch(formula -> formula.variables().contains(variable));
    }

    /** {@code velocity = 0.9 * velocity + g} and {@code w = w - rate * velocity}: a line for each assignment. */
    public List<String> lines() {
        Stream<String> shaped =
                shapesGradient() ? Stream.of(DIRECTION + " = " + Printer.print(direction)) : Stream.empty();
        Stream<String> assigned =
                assignments.entrySet().stream().map(each -> each.getKey() + " = " + Printer.print(each.getValue()));
        return Stream.concat(shaped, assigned).toList();
    }

    @Override
    public String toString() {
        return String.join("; ", lines());
    }
}
