package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** The layers that put several values together, by name. */
final class MergeRules {

    /**
     * Two values of one shape, element by element.
     *
     * @param participle what messages say is done to them
     */
    private record Elementwise(BinaryOperator<Formula> operator, String participle) {}

    /** Where values are equal, the gradient of their maximum goes the way that the derivative of {@code max} says. */
    private static final Map<String, Elementwise> ELEMENTWISE = Map.of(
            "add", new Elementwise(Formulas::add, "added"),
            "multiply", new Elementwise(Formulas::multiply, "multiplied"),
            "maximum", new Elementwise(Formulas::max, "compared"));

    private final GraphBuilder builder;
    private final Dims dims;
    private final Diagnostics diagnostics;

    MergeRules(GraphBuilder builder, Dims dims, Diagnostics diagnostics) {
        this.builder = builder;
        this.dims = dims;
        this.diagnostics = diagnostics;
    }

    /** The merged value; empty after an error. */
    Optional<Value> lower(Layer layer, Invocation merge, List<Value> inputs) {
        return merge.name().equals("concat")
                ? concat(layer, inputs)
                : elementwise(layer, ELEMENTWISE.get(merge.name()), inputs);
    }

    private Optional<Value> elementwise(Layer layer, Elementwise rule, List<Value> inputs) {
        Shape shape = oldest(inputs).shape();
        if (!fit(layer, inputs, inputs.get(0).shape()::isAsLongAs, rule.participle(), "the same shape")) {
            return Optional.empty();
        }
        List<Value> alike = inputs.stream()
                .map(value -> Dims.renamed(builder, layer, value, shape))
                .toList();
        Formula formula = alike.stream()
                .map(value -> Formula.variable(value.name()))
                .map(Formula.class::cast)
                .reduce(rule.operator())
                .orElseThrow();
        return Optional.of(builder.map(layer.name(), formula, alike, shape, LayerRules.origin(layer)));
    }

    /** Its dims are those of all: so they stay the same through the blocks of a residual network. */
    private static Value oldest(List<Value> inputs) {
        return Collections.min(inputs, Comparator.comparingInt(Value::id));
    }

    private Optional<Value> concat(Layer layer, List<Value> inputs) {
        Shape first = inputs.get(0).shape();
        List<Integer> outer = outerSizes(first);
        if (!fit(
                layer,
                inputs,
                shape -> outerSizes(shape).equals(outer),
                "put behind one another",
                "the same height and width")) {
            return Optional.empty();
        }
        int size = inputs.stream().mapToInt(part -> part.shape().last().size()).sum();
        Dim whole = first.rank() == 1 ? dims.of(layer, size) : dims.of(layer, "CHANNELS", size, "f");
        List<Value> parts = inputs.stream()
                .map(part -> Dims.renamed(
                        builder,
                        layer,
                        part,
                        first.with(first.last(), part.shape().last())))
                .toList();
        return Optional.of(builder.add(
                layer.name(), new Concat(parts, first.with(first.last(), whole)), LayerRules.origin(layer)));
    }

    /** All dims but the last, along which values are put behind one another. */
    private static List<Integer> outerSizes(Shape shape) {
        return shape.sizes().subList(0, shape.rank() - 1);
    }

    /** Whether every input fits the first; reports the first that does not. */
    private boolean fit(Layer layer, List<Value> inputs, Predicate<Shape> fits, String participle, String wanted) {
        for (int i = 1; i < inputs.size(); i++) {
            if (!fits.test(inputs.get(i).shape())) {
                mismatch(layer, participle, inputs, i, wanted);
                return false;
            }
        }
        return true;
    }

    private void mismatch(Layer layer, String participle, List<Value> inputs, int other, String wanted) {
        String first = LayerRules.describe(inputs.get(0).shape());
        String second = LayerRules.describe(inputs.get(other).shape());
        diagnostics.report(Diagnostic.of(DiagnosticKind.MERGE_MISMATCH, layer.span(), first, second, participle)
                .withSecondary(layer.inputs().get(0).span(), "this makes " + first)
                .withSecondary(layer.inputs().get(other).span(), "this makes " + second)
                .withHelp("what is " + participle + " must have " + wanted));
    }
}
