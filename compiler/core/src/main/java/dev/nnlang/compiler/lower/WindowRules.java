package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.List;
import java.util.Optional;

/** The layers whose window slides over an image. */
final class WindowRules {

    private final Network network;
    private final GraphBuilder builder;
    private final Diagnostics diagnostics;

    WindowRules(Network network, GraphBuilder builder, Diagnostics diagnostics) {
        this.network = network;
        this.builder = builder;
        this.diagnostics = diagnostics;
    }

    /** Each filter sees every channel. */
    Optional<Value> conv(Layer layer, Invocation conv, Value image) {
        int filters = conv.whole("filters");
        return windowed(layer, conv, image, window -> {
            int channels = image.shape().last();
            Shape weight = Shape.of(window.height(), window.width(), channels, filters);
            return convolved(layer, conv, image, window, weight, window.area() * channels);
        });
    }

    /** Each channel has a filter of its own. */
    Optional<Value> depthwiseConv(Layer layer, Invocation conv, Value image) {
        return windowed(layer, conv, image, window -> {
            Shape weight =
                    Shape.of(window.height(), window.width(), image.shape().last());
            return convolved(layer, conv, image, window, weight, window.area());
        });
    }

    private Optional<Value> convolved(
            Layer layer, Invocation conv, Value image, Window window, Shape shape, int inputs) {
        InitialValues initial = InitialWeights.choose(network, layer, conv.call("init"), inputs);
        Value weight = LayerRules.weight(builder, layer, "weight", shape, initial);
        Convolution made = new Convolution(image, weight, window);
        return Optional.of(Bias.add(builder, layer, made, conv.truth("bias")));
    }

    Optional<Value> maxPool(Layer layer, Invocation pool, Value image) {
        return windowed(layer, pool, image, window -> {
            if (!window.alwaysSeesPixels(image.shape())) {
                diagnostics.report(
                        DiagnosticKind.WINDOW_OF_PADDING,
                        layer.span(),
                        window.height() + "x" + window.width(),
                        layer.span().text());
                return Optional.empty();
            }
            return Optional.of(builder.add(layer.name(), new MaxPool(image, window), LayerRules.origin(layer)));
        });
    }

    /** Padding counts, as in PyTorch: every mean is over the whole window. */
    Optional<Value> averagePool(Layer layer, Invocation pool, Value image) {
        return windowed(layer, pool, image, window -> {
            Value sum = builder.add(layer.name() + "Sum", new SumPool(image, window), LayerRules.origin(layer));
            return Optional.of(mean(layer, sum, window.area()));
        });
    }

    Optional<Value> globalAveragePool(Layer layer, Invocation pool, Value image) {
        if (!isImage(layer, image)) {
            return Optional.empty();
        }
        Shape channels = Shape.perRow(image.shape().last());
        Value sum = builder.add(layer.name() + "Sum", new SumTo(image, channels), LayerRules.origin(layer));
        return Optional.of(mean(layer, sum, image.shape().size() / channels.size()));
    }

    private Value mean(Layer layer, Value sum, int count) {
        return builder.map(
                layer.name(),
                Formulas.divide(variable(sum.name()), constant(count)),
                List.of(sum),
                sum.shape(),
                LayerRules.origin(layer));
    }

    /** What a layer makes of an image with a window that fits. */
    private interface Rule {
        Optional<Value> lower(Window window);
    }

    private Optional<Value> windowed(Layer layer, Invocation invocation, Value image, Rule rule) {
        if (!isImage(layer, image)) {
            return Optional.empty();
        }
        Window window = window(invocation);
        int height = image.shape().dims().get(0);
        int width = image.shape().dims().get(1);
        if (window.outputHeight(height) < 1 || window.outputWidth(width) < 1) {
            diagnostics.report(
                    DiagnosticKind.WINDOW_TOO_LARGE,
                    layer.span(),
                    window.height() + "x" + window.width(),
                    height + "x" + width + padded(window));
            return Optional.empty();
        }
        UnreadPixels rows = UnreadPixels.of(
                height, window.height(), window.strideHeight(), window.top() + window.bottom(), window.bottom());
        UnreadPixels columns = UnreadPixels.of(
                width, window.width(), window.strideWidth(), window.left() + window.right(), window.right());
        if (rows.equals(columns)) {
            rows.warn(layer, "row and column", diagnostics);
        } else {
            rows.warn(layer, "row", diagnostics);
            columns.warn(layer, "column", diagnostics);
        }
        return rule.lower(window);
    }

    private static String padded(Window window) {
        int vertical = window.top() + window.bottom();
        int horizontal = window.left() + window.right();
        return vertical + horizontal == 0 ? "" : " with " + vertical + "x" + horizontal + " of padding";
    }

    private boolean isImage(Layer layer, Value image) {
        if (image.shape().rank() == 3) {
            return true;
        }
        LayerRules.mismatch(
                diagnostics,
                layer,
                "an image",
                image.shape(),
                "place it before the first dense layer, or give the column the type `image(28x28)`");
        return false;
    }

    private static Window window(Invocation invocation) {
        List<Integer> size = invocation.size("size");
        List<Integer> stride = invocation.has("stride") ? invocation.size("stride") : size;
        List<Integer> padding = invocation.size("padding");
        // `same`: what one window needs beyond its first pixel, shared out before and behind.
        int vertical = padding.isEmpty() ? size.get(0) - 1 : 2 * padding.get(0);
        int horizontal = padding.isEmpty() ? size.get(1) - 1 : 2 * padding.get(1);
        return new Window(
                size.get(0),
                size.get(1),
                stride.get(0),
                stride.get(1),
                vertical / 2,
                vertical - vertical / 2,
                horizontal / 2,
                horizontal - horizontal / 2);
    }
}
