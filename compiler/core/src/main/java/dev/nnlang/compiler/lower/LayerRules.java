package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Weight;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What each layer becomes. */
final class LayerRules {

    /** The layers that make numbers of labels. */
    private static final Set<String> OF_LABELS = Set.of("one_hot", "embedding");

    private final GraphBuilder builder;
    private final Diagnostics diagnostics;
    private final Dims dims;
    private final PrimitiveRules primitives;
    private final MergeRules merges;

    LayerRules(Network network, GraphBuilder builder, Dims dims, NormRules norms, Diagnostics diagnostics) {
        this.builder = builder;
        this.dims = dims;
        this.diagnostics = diagnostics;
        this.primitives = new PrimitiveRules(network, builder, dims, norms, diagnostics);
        this.merges = new MergeRules(builder, dims, diagnostics);
    }

    /** The layer's value; empty after an error. */
    Optional<Value> lower(Layer layer, List<Value> inputs) {
        if (layer.operation() instanceof Layer.Input input) {
            return Optional.of(input(layer, input));
        }
        if (readsNumbers(layer) && !areNumbers(layer, inputs)) {
            return Optional.empty();
        }
        if (layer.operation() instanceof Layer.Activation activation) {
            return Optional.of(activation(layer, activation, inputs.get(0)));
        }
        if (layer.operation() instanceof Layer.Primitive primitive) {
            Invocation invocation = primitive.invocation();
            return invocation.isMerge()
                    ? merges.lower(layer, invocation, inputs)
                    : primitives.lower(layer, invocation, inputs.get(0));
        }
        throw new IllegalStateException("no rule for " + layer);
    }

    private static boolean readsNumbers(Layer layer) {
        return !(layer.operation() instanceof Layer.Primitive primitive)
                || !OF_LABELS.contains(primitive.invocation().name());
    }

    private boolean areNumbers(Layer layer, List<Value> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).element() == Value.Element.LABEL) {
                String found = describe(inputs.get(i));
                diagnostics.report(Diagnostic.of(
                                DiagnosticKind.SHAPE_MISMATCH,
                                layer.span(),
                                layer.span().text(),
                                "numbers",
                                found)
                        .withSecondary(layer.inputs().get(i).span(), "this is " + found)
                        .withHelp(LabelRules.HELP));
                return false;
            }
        }
        return true;
    }

    /** One column keeps its shape, and labels stay labels; several become one vector. */
    private Value input(Layer layer, Layer.Input input) {
        List<String> names = input.columns().stream().map(Column::name).toList();
        boolean alone = names.equals(List.of(layer.name()));
        Shape shape = alone
                ? shape(layer, input.columns().get(0))
                : Shape.perRow(dims.of(
                        layer,
                        input.columns().stream()
                                .mapToInt(column -> column.kind().features())
                                .sum()));
        boolean label = alone && input.columns().get(0).kind() instanceof Column.OneOf;
        return builder.add(
                layer.name(), new Input(names, shape), label ? Value.Element.LABEL : Value.Element.REAL, origin(layer));
    }

    /** The shape of a column's values. */
    private Shape shape(Layer layer, Column column) {
        if (column.kind() instanceof Column.Image image) {
            return Shape.perRow(
                    dims.of(layer, "HEIGHT", image.height(), "h"),
                    dims.of(layer, "WIDTH", image.width(), "w"),
                    dims.of(layer, "CHANNELS", image.channels(), "c"));
        }
        if (column.kind() instanceof Column.Real real) {
            return Shape.perRow(dims.of(layer, real.width()));
        }
        return Shape.onePerRow();
    }

    private Value activation(Layer layer, Layer.Activation activation, Value given) {
        Value input = withChannelsOf(builder, layer, given, channelWise(activation));
        Map<String, Formula> arguments = new HashMap<>();
        List<Value> operands = new ArrayList<>(List.of(input));
        arguments.put(activation.argument(), Formula.variable(input.name()));
        for (Layer.Learned learned : activation.learned()) {
            Value weight = learned(layer, learned, input.shape());
            operands.add(weight);
            arguments.put(learned.name(), Formula.variable(weight.name()));
        }
        Formula formula = activation.body().substitute(arguments);
        return builder.map(layer.name(), formula, operands, input.shape(), origin(layer));
    }

    private Value learned(Layer layer, Layer.Learned learned, Shape shape) {
        return weight(
                builder,
                layer,
                learned.name(),
                () -> learned.perChannel() ? Shape.of(shape.last()) : Shape.scalar(),
                InitialValues.constant(learned.initial(), "as declared"));
    }

    /** A trained parameter of a layer, {@code dense1.weight}, in Java {@code dense1Weight}: its own, or that of the layer whose weights it shares. */
    static Value weight(GraphBuilder builder, Layer layer, String part, Supplier<Shape> shape, InitialValues initial) {
        String owner = layer.sharing().orElse(layer).name();
        String name = owner + Character.toUpperCase(part.charAt(0)) + part.substring(1);
        return builder.weight(owner + "." + part)
                .orElseGet(
                        () -> builder.add(name, new Weight(owner + "." + part, shape.get(), initial), origin(layer)));
    }

    /**
     * What a layer reads, with the channels of the weight {@code part} that it shares with a layer before it: the dims of that layer are those of
     * its own input.
     */
    static Value withChannelsOf(GraphBuilder builder, Layer layer, Value input, Optional<String> part) {
        Optional<Value> shared =
                layer.sharing().flatMap(owner -> part.flatMap(name -> builder.weight(owner.name() + "." + name)));
        return shared.map(weight ->
                        input.shape().with(input.shape().last(), weight.shape().last()))
                .map(shape -> Dims.renamed(builder, layer, input, shape))
                .orElse(input);
    }

    private static Optional<String> channelWise(Layer.Activation activation) {
        return activation.learned().stream()
                .filter(Layer.Learned::perChannel)
                .map(Layer.Learned::name)
                .findFirst();
    }

    static Origin origin(Layer layer) {
        List<Span> uses = layer.uses().stream().map(Layer.Use::span).toList();
        return new Origin(layer.name(), layer.span(), uses, false);
    }

    /** Reports that a layer cannot take the shape that it gets. */
    static void mismatch(Diagnostics diagnostics, Layer layer, String wanted, Shape found, String help) {
        Layer before = layer.inputs().get(0);
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.SHAPE_MISMATCH,
                        layer.span(),
                        layer.span().text(),
                        wanted,
                        describe(found))
                .withSecondary(before.span(), "this makes " + describe(found))
                .withHelp(help));
    }

    /** {@code 7 * 7 * 50 = 2450}. */
    static String arithmetic(Shape shape) {
        String product = shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(" * "));
        return shape.rank() == 1 ? product : product + " = " + shape.size();
    }

    /** {@code 16 values}, {@code one of several values}. */
    static String describe(Value value) {
        return value.element() == Value.Element.LABEL ? "one of several values" : describe(value.shape());
    }

    /** {@code 16 values}, {@code an image of 28x28x1}. */
    static String describe(Shape shape) {
        if (shape.rank() == 3) {
            return "an image of " + shape.sizes().stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
        return shape.size() == 1 ? "1 value" : shape.size() + " values";
    }
}
