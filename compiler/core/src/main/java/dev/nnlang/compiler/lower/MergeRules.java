package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
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
    private final Diagnostics diagnostics;

    MergeRules(GraphBuilder builder, Diagnostics diagnostics) {
        this.builder = builder;
        this.diagnostics = diagnostics;
    }

    /** The merged value; empty after an error. */
    Optional<Value> lower(Layer layer, Invocation merge, List<Value> inputs) {
        return merge.name().equals("concat")
                ? concat(layer, inputs)
                : elementwise(layer, ELEMENTWISE.get(merge.name()), inputs);
    }

    private Optional<Value> elementwise(Layer layer, Elementwise rule, List<Value> inputs) {
        Shape shape = inputs.get(0).shape();
        if (!fit(layer, inputs, shape::equals, rule.participle(), "the same shape")) {
            return Optional.empty();
        }
        Formula formula = inputs.stream()
                .map(value -> Formula.variable(value.name()))
                .map(Formula.class::cast)
                .reduce(rule.operator())
                .orElseThrow();
        return Optional.of(builder.map(layer.name(), formula, inputs, shape, LayerRules.origin(layer)));
    }

    private Optional<Value> concat(Layer layer, List<Value> inputs) {
        List<Integer> outer = outerDims(inputs.get(0).shape());
        if (!fit(
                layer,
                inputs,
                shape -> outerDims(shape).equals(outer),
                "put behind one another",
                "the same height and width")) {
            return Optional.empty();
        }
        return Optional.of(builder.add(layer.name(), new Concat(inputs), LayerRules.origin(layer)));
    }

    /** All dims but the last, along which values are put behind one another. */
    private static List<Integer> outerDims(Shape shape) {
        return shape.dims().subList(0, shape.rank() - 1);
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
