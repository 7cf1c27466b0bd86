package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a step changes the weights.
 *
 * @param name {@code sgd}
 * @param span as it was written
 * @param perStep numbers that are the same for every weight, in the order in which they are computed; they may read {@link #RATE},
 *     {@link #STEP}, {@link #GRADIENT_NORM} and one another
 * @param kernels the rule of weights that are held small, see {@link #rule}
 * @param others the rule of all others; the same if nothing holds weights small
 * @param longest how long the vector of weights that lead to one unit may be; empty: as it likes
 */
public record Optimizer(
        String name,
        Span span,
        Map<String, Formula> perStep,
        UpdateRule kernels,
        UpdateRule others,
        OptionalDouble longest) {

    /** The variable of the learning rate. */
    public static final String RATE = "rate";

    /** The variable of the step's number, counted from 1. */
    public static final String STEP = "step";

    /** The variable of the length of the whole gradient. */
    public static final String GRADIENT_NORM = "gradientNorm";

    public Optimizer {
        perStep = Collections.unmodifiableMap(new LinkedHashMap<>(perStep));
    }

    /**
     * The rule for a weight.
     *
     * @param kernel whether sums of products are made with it, as a dense layer or a convolution does; that is what regularizers hold small.
     *     Biases, the scale and shift of a norm and parameters of activations are left alone, because holding them back only shifts what the
     *     network can say
     */
    public UpdateRule rule(boolean kernel) {
        return kernel ? kernels : others;
    }

    /** The different rules. */
    public List<UpdateRule> rules() {
        return Stream.of(kernels, others).distinct().toList();
    }

    /** Whether a number of {@link #perStep} reads {@code variable}. */
    public boolean readsPerStep(String variable) {
        return perStep.values().stream().anyMatch(formula -> formula.variables().contains(variable));
    }

    /** Each formula on a line of its own. */
    @Override
    public String toString() {
        Stream<String> numbers =
                perStep.entrySet().stream().map(each -> each.getKey() + " = " + Printer.print(each.getValue()));
        Stream<String> rules = rules().stream().map(rule -> rule.name() + ": " + rule);
        Stream<String> limit = longest.stream().mapToObj(norm -> "norm of a unit's weights at most " + norm);
        return Stream.of(numbers, rules, limit).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
