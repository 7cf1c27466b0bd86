package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
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
    private final Dims dims;
    private final Diagnostics diagnostics;
    private final Map<String, Rule> rules;

    PrimitiveRules(Network network, GraphBuilder builder, Dims dims, NormRules norms, Diagnostics diagnostics) {
        this.network = network;
        this.builder = builder;
        this.dims = dims;
        this.diagnostics = diagnostics;
        LabelRules labels = new LabelRules(builder, dims, diagnostics);
        WindowRules windows = new WindowRules(network, builder, dims, diagnostics);
        this.rules = Map.ofEntries(
                Map.entry("dense", this::dense),
                Map.entry("flatten", this::flatten),
                Map.entry("reshape", this::reshape),
                Map.entry("softmax", this::softmax),
                Map.entry("one_hot", labels::oneHot),
                Map.entry("embedding", labels::embedding),
                Map.entry("conv", windows::conv),
                Map.entry("depthwise_conv", windows::depthwiseConv),
                Map.entry("max_pool", windows::maxPool),
                Map.entry("average_pool", windows::averagePool),
                Map.entry("global_average_pool", windows::globalAveragePool),
                Map.entry("batch_norm", norms::batchNorm),
                Map.entry("layer_norm", norms::layerNorm),
                Map.entry("dropout", norms::dropout));
    }

    Optional<Value> lower(Layer layer, Invocation invocation, Value input) {
        return rules.get(invocation.name()).lower(layer, invocation, input);
    }

    /** {@code y[n][j] = sum over k of x[n][k] w[k][j] + b[j]}. An image is flattened first. */
    private Optional<Value> dense(Layer layer, Invocation dense, Value input) {
        Value x = flat(layer, input);
        Dim inputs = x.shape().last();
        InitialValues initial = InitialWeights.choose(network, layer, dense.call("init"), inputs.size());
        Value weight = LayerRules.weight(
                builder, layer, "weight", () -> Shape.of(inputs, dims.of(layer, dense.whole("units"))), initial);
        Value fitting = Dims.renamed(
                builder, layer, x, Shape.perRow(weight.shape().dims().get(0)));
        return Optional.of(Bias.add(builder, layer, Contract.product(fitting, weight), dense.truth("bias")));
    }

    private Optional<Value> reshape(Layer layer, Invocation reshape, Value input) {
        Shape shape = shape(layer, reshape.size("shape"));
        if (shape.size() != input.shape().size()) {
            String help = "the sizes must agree: " + LayerRules.arithmetic(input.shape()) + " is not "
                    + LayerRules.arithmetic(shape);
            LayerRules.mismatch(diagnostics, layer, shape.size() + " values", input.shape(), help);
            return Optional.empty();
        }
        return Optional.of(builder.add(layer.name(), new Reshape(input, shape), LayerRules.origin(layer)));
    }

    private Shape shape(Layer layer, List<Integer> sizes) {
        return sizes.size() == 1
                ? Shape.perRow(dims.of(layer, sizes.get(0)))
                : Shape.perRow(
                        dims.of(layer, "HEIGHT", sizes.get(0), "h"),
                        dims.of(layer, "WIDTH", sizes.get(1), "w"),
                        dims.of(layer, "CHANNELS", sizes.get(2), "c"));
    }

    private Optional<Value> flatten(Layer layer, Invocation invocation, Value input) {
        Shape vector = Shape.perRow(dims.of(layer, input.shape().size()));
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
                        new Reshape(
                                input,
                                Shape.perRow(
                                        dims.of(layer, "INPUTS", input.shape().size(), "j"))),
                        LayerRules.origin(layer));
    }
}
