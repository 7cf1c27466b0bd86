package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The layers whose window slides over an image. */
final class WindowRules {

    private final Network network;
    private final GraphBuilder builder;
    private final Dims dims;
    private final Diagnostics diagnostics;

    WindowRules(Network network, GraphBuilder builder, Dims dims, Diagnostics diagnostics) {
        this.network = network;
        this.builder = builder;
        this.dims = dims;
        this.diagnostics = diagnostics;
    }

    /** {@code y[n][h][w][f] = sum over r, s, c of x[n][h + r][w + s][c] * weight[r][s][c][f]}: each filter sees every channel. */
    Optional<Value> conv(Layer layer, Invocation conv, Value image) {
        if (conv.whole("groups") > 1) {
            return windowed(layer, conv, image, window -> grouped(layer, conv, image, window));
        }
        return windowed(layer, conv, image, window -> {
            Dim channels = image.shape().last();
            Value weight = weight(layer, conv, window, window.area() * channels.size(), (r, s) -> {
                Dim filters = dims.of(layer, "FILTERS", conv.whole("filters"), "f");
                return Shape.of(r, s, channels, filters);
            });
            Dim seen = weight.shape().dims().get(2);
            return convolved(layer, conv, withChannels(layer, image, seen), window, weight, List.of(seen));
        });
    }

    /** {@code y[n][h][w][g][f] = sum over r, s, c of x[n][h + r][w + s][g][c] * weight[r][s][g][c][f]}: each group is a convolution. */
    private Optional<Value> grouped(Layer layer, Invocation conv, Value image, Window window) {
        int groups = conv.whole("groups");
        int channels = image.shape().last().size();
        int filters = conv.whole("filters");
        if (!divides(layer, groups, channels, "channels") || !divides(layer, groups, filters, "filters")) {
            return Optional.empty();
        }
        Value weight = weight(
                layer,
                conv,
                window,
                window.area() * channels / groups,
                (r, s) -> Shape.of(
                        r,
                        s,
                        dims.of(layer, "GROUPS", groups, "g"),
                        dims.of(layer, "GROUP_CHANNELS", channels / groups, "c"),
                        dims.of(layer, "GROUP_FILTERS", filters / groups, "f")));
        List<Dim> ofWeight = weight.shape().dims();
        List<Dim> pixels = image.shape().dims().subList(1, 3);
        Value parted = builder.add(
                image.name() + "Groups",
                new Reshape(image, Shape.perRow(pixels.get(0), pixels.get(1), ofWeight.get(2), ofWeight.get(3))),
                LayerRules.origin(layer));
        Positions positions = positions(layer, window, image);
        Contract sums = new Contract(
                Shape.perRow(positions.height(), positions.width(), ofWeight.get(2), ofWeight.get(4)),
                List.of(ofWeight.get(0), ofWeight.get(1), ofWeight.get(3)),
                List.of(positions.seen(parted, window, ofWeight.get(0), ofWeight.get(1)), Factor.of(weight)));
        Value inGroups = builder.add(layer.name() + "Groups", sums, LayerRules.origin(layer));
        Shape together = positions.of(dims.of(layer, "FILTERS", filters, "f"));
        return Optional.of(Bias.add(builder, layer, new Reshape(inGroups, together), conv.truth("bias")));
    }

    private boolean divides(Layer layer, int groups, int count, String what) {
        if (count % groups != 0) {
            diagnostics.report(DiagnosticKind.UNEVEN_GROUPS, layer.span(), count, what, groups);
        }
        return count % groups == 0;
    }

    /** {@code y[n][h][w][c] = sum over r, s of x[n][h + r][w + s][c] * weight[r][s][c]}: each channel has a filter of its own. */
    Optional<Value> depthwiseConv(Layer layer, Invocation conv, Value image) {
        return windowed(layer, conv, image, window -> {
            Value weight = weight(
                    layer,
                    conv,
                    window,
                    window.area(),
                    (r, s) -> Shape.of(r, s, image.shape().last()));
            Value fitting = withChannels(layer, image, weight.shape().last());
            return convolved(layer, conv, fitting, window, weight, List.of());
        });
    }

    private Value withChannels(Layer layer, Value image, Dim channels) {
        return Dims.renamed(
                builder, layer, image, image.shape().with(image.shape().last(), channels));
    }

    private Value weight(Layer layer, Invocation conv, Window window, int inputs, BiFunction<Dim, Dim, Shape> shape) {
        InitialValues initial = InitialWeights.choose(network, layer, conv.call("init"), inputs);
        return LayerRules.weight(
                builder,
                layer,
                "weight",
                () -> shape.apply(windowHeight(layer, window), windowWidth(layer, window)),
                initial);
    }

    /** @param summed the channels that are summed over */
    private Optional<Value> convolved(
            Layer layer, Invocation conv, Value image, Window window, Value weight, List<Dim> summed) {
        Dim r = weight.shape().dims().get(0);
        Dim s = weight.shape().dims().get(1);
        Positions positions = positions(layer, window, image);
        List<Dim> over = new ArrayList<>(List.of(r, s));
        over.addAll(summed);
        Contract sums = new Contract(
                positions.of(weight.shape().last()),
                over,
                List.of(positions.seen(image, window, r, s), Factor.of(weight)));
        return Optional.of(Bias.add(builder, layer, sums, conv.truth("bias")));
    }

    /** Where a window stands. */
    private record Positions(Dim height, Dim width) {

        Shape of(Dim channels) {
            return Shape.perRow(height, width, channels);
        }

        /** The pixels that the window sees there through its taps. */
        Factor seen(Value image, Window window, Dim r, Dim s) {
            return Factor.of(image)
                    .with(image.shape().dims().get(1), window.down().place(height, r))
                    .with(image.shape().dims().get(2), window.along().place(width, s));
        }
    }

    private Positions positions(Layer layer, Window window, Value image) {
        return new Positions(
                window.down().positions(dims, layer, image.shape().dims().get(1), "HEIGHT"),
                window.along().positions(dims, layer, image.shape().dims().get(2), "WIDTH"));
    }

    private Dim windowHeight(Layer layer, Window window) {
        return dims.of(layer, "WINDOW_HEIGHT", window.down().size(), "r");
    }

    private Dim windowWidth(Layer layer, Window window) {
        return dims.of(layer, "WINDOW_WIDTH", window.along().size(), "s");
    }

    Optional<Value> maxPool(Layer layer, Invocation pool, Value image) {
        return windowed(layer, pool, image, window -> {
            Positions positions = positions(layer, window, image);
            Dim r = windowHeight(layer, window);
            Dim s = windowWidth(layer, window);
            Shape shape = positions.of(image.shape().last());
            List<Dim> pixels = image.shape().dims().subList(1, 3);
            Value place = builder.add(
                    layer.name() + "Place",
                    new PlaceOfMaximum(shape, List.of(r, s), positions.seen(image, window, r, s), pixels),
                    Value.Element.LABEL,
                    LayerRules.origin(layer));
            Gather largest = new Gather(image, place, pixels, shape);
            return Optional.of(builder.add(layer.name(), largest, LayerRules.origin(layer)));
        });
    }

    /** Padding counts, as in PyTorch: every mean is over the whole window. */
    Optional<Value> averagePool(Layer layer, Invocation pool, Value image) {
        return windowed(layer, pool, image, window -> {
            Positions positions = positions(layer, window, image);
            Dim r = windowHeight(layer, window);
            Dim s = windowWidth(layer, window);
            Contract sums = new Contract(
                    positions.of(image.shape().last()), List.of(r, s), List.of(positions.seen(image, window, r, s)));
            Value sum = builder.add(layer.name() + "Sum", sums, LayerRules.origin(layer));
            return Optional.of(mean(layer, sum, window.area()));
        });
    }

    Optional<Value> globalAveragePool(Layer layer, Invocation pool, Value image) {
        if (!isImage(layer, image)) {
            return Optional.empty();
        }
        Shape channels = Shape.perRow(image.shape().last());
        Value sum = builder.add(layer.name() + "Sum", Reduce.sum(image, channels), LayerRules.origin(layer));
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
        Window window = Window.of(invocation);
        int height = image.shape().sizes().get(0);
        int width = image.shape().sizes().get(1);
        if (window.down().positions(height) < 1 || window.along().positions(width) < 1) {
            diagnostics.report(
                    DiagnosticKind.WINDOW_TOO_LARGE,
                    layer.span(),
                    window.toString(),
                    height + "x" + width + padded(window));
            return Optional.empty();
        }
        if (!window.down().alwaysSeesPixels(height) || !window.along().alwaysSeesPixels(width)) {
            diagnostics.report(
                    DiagnosticKind.WINDOW_OF_PADDING,
                    layer.span(),
                    window.toString(),
                    layer.span().text());
            return Optional.empty();
        }
        UnreadPixels rows = UnreadPixels.of(height, window.down());
        UnreadPixels columns = UnreadPixels.of(width, window.along());
        if (rows.equals(columns)) {
            rows.warn(layer, "row and column", diagnostics);
        } else {
            rows.warn(layer, "row", diagnostics);
            columns.warn(layer, "column", diagnostics);
        }
        return rule.lower(window);
    }

    private static String padded(Window window) {
        int vertical = window.down().padding();
        int horizontal = window.along().padding();
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
}
