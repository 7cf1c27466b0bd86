package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An optimizer's rule for one element of a weight.
 *
 * @param name {@code sgd}
 * @param span as it was written
 * @param assignments in order: the variables that the optimizer remembers and at last the weight {@code w}, each with its new value; they may
 *     read {@code w}, its gradient {@code g}, the learning rate {@code rate}, and what is remembered
 */
public record UpdateRule(String name, Span span, Map<String, Formula> assignments) {

    /** The variable of the weight itself. */
    public static final String WEIGHT = "w";

    /** The variable of the weight's gradient. */
    public static final String GRADIENT = "g";

    /** The variable of the learning rate. */
    public static final String RATE = "rate";

    public UpdateRule {
        assignments = Collections.unmodifiableMap(new LinkedHashMap<>(assignments));
    }

    /** The variables that the optimizer remembers from step to step. */
    public List<String> state() {
        return assignments.keySet().stream()
                .filter(name -> !name.equals(WEIGHT))
                .toList();
    }

    /** {@code v = 0.9 * v + g; w = w - rate * v}. */
    @Override
    public String toString() {
        return assignments.entrySet().stream()
                .map(each -> each.getKey() + " = " + Printer.print(each.getValue()))
                .collect(Collectors.joining("; "));
    }
}
