package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

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
        Elementwise rule = ELEMENTWISE.get(merge.name());
        Shape shape = inputs.get(0).shape();
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).shape().equals(shape)) {
                mismatch(layer, rule.participle(), inputs, i);
                return Optional.empty();
            }
        }
        Formula formula = inputs.stream()
                .map(value -> Formula.variable(value.name()))
                .map(Formula.class::cast)
                .reduce(rule.operator())
                .orElseThrow();
        return Optional.of(builder.map(layer.name(), formula, inputs, shape, LayerRules.origin(layer)));
    }

    private void mismatch(Layer layer, String participle, List<Value> inputs, int other) {
        String first = LayerRules.describe(inputs.get(0).shape());
        String second = LayerRules.describe(inputs.get(other).shape());
        diagnostics.report(Diagnostic.of(DiagnosticKind.MERGE_MISMATCH, layer.span(), first, second, participle)
                .withSecondary(layer.inputs().get(0).span(), "this makes " + first)
                .withSecondary(layer.inputs().get(other).span(), "this makes " + second)
                .withHelp("all branches before " + layer.span().text() + " must end in the same shape"));
    }
}
