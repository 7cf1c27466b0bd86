package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers that are no formulas, by name. */
final class PrimitiveRules {

    /** What a layer makes of its input; empty after an error. */
    private interface Rule {
        Optional<Value> lower(Layer layer, Invocation invocation, Value input);
    }

    private final Network network;
    private final GraphBuilder builder;
    private final Diagnostics diagnostics;
    private final Map<String, Rule> rules =
            Map.of("dense", this::dense, "flatten", this::flatten, "softmax", this::softmax);

    PrimitiveRules(Network network, GraphBuilder builder, Diagnostics diagnostics) {
        this.network = network;
        this.builder = builder;
        this.diagnostics = diagnostics;
    }

    Optional<Value> lower(Layer layer, Invocation invocation, Value input) {
        return rules.get(invocation.name()).lower(layer, invocation, input);
    }

    /** {@code y[n][j] = sum over k of x[n][k] w[k][j] + b[j]}. An image is flattened first. */
    private Optional<Value> dense(Layer layer, Invocation dense, Value input) {
        Value x = flat(layer, input);
        int inputs = x.shape().size();
        int units = dense.whole("units");
        if ((long) inputs * units > Integer.MAX_VALUE) {
            diagnostics.report(
                    DiagnosticKind.TOO_LARGE, layer.span(), layer.span().text(), inputs, units);
            return Optional.empty();
        }
        InitialValues initial = InitialWeights.choose(network, layer, dense.call("init"), inputs);
        Value weight = LayerRules.weight(builder, layer, "weight", Shape.of(inputs, units), initial);
        MatMul product = new MatMul(x, false, weight, false);
        if (!dense.truth("bias")) {
            return Optional.of(builder.add(layer.name(), product, LayerRules.origin(layer)));
        }
        Value bias = LayerRules.weight(builder, layer, "bias", Shape.of(units), InitialValues.constant(0, "zeros"));
        Value z = builder.add(layer.name() + "Product", product, LayerRules.origin(layer));
        return Optional.of(builder.map(
                layer.name(),
                Formulas.add(variable(z.name()), variable(bias.name())),
                List.of(z, bias),
                z.shape(),
                LayerRules.origin(layer)));
    }

    private Optional<Value> flatten(Layer layer, Invocation invocation, Value input) {
        Shape vector = Shape.perRow(input.shape().size());
        return Optional.of(builder.add(layer.name(), new Reshape(input, vector), LayerRules.origin(layer)));
    }

    private Optional<Value> softmax(Layer layer, Invocation invocation, Value input) {
        if (input.shape().rank() != 1) {
            LayerRules.mismatch(diagnostics, layer, "a vector", input.shape(), "place `dense(classes)` before it");
            return Optional.empty();
        }
        return Optional.of(builder.add(layer.name(), new Softmax(input), LayerRules.origin(layer)));
    }

    private Value flat(Layer layer, Value input) {
        return input.shape().rank() == 1
                ? input
                : builder.add(
                        input.name() + "Flat",
                        new Reshape(input, Shape.perRow(input.shape().size())),
                        LayerRules.origin(layer));
    }
}
