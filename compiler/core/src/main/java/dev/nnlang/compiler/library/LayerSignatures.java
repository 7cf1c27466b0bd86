package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.INITIALIZER;
import static dev.nnlang.compiler.library.Signature.Category.LAYER;
import static dev.nnlang.compiler.library.Signature.Category.MERGE;
import static dev.nnlang.compiler.library.Signatures.supported;

import dev.nnlang.compiler.library.Parameter.CallOf;
import dev.nnlang.compiler.library.Parameter.Directions;
import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.Size;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Parameter.Whole;
import java.util.List;

/** Layers that no formula expresses, and what their weights start from. */
final class LayerSignatures {

    private static final Parameter BIAS = named(
                    "bias", "bias", new Truth(), "whether a trained constant is added to each unit")
            .orElse(true);
    private static final Parameter INIT = named(
                    "init", "init", new CallOf(INITIALIZER), "what the weights start from; chosen by what follows")
            .orAbsent();
    private static final Parameter TABLE_INIT = named(
                    "init", "init", new CallOf(INITIALIZER), "what the vectors start from; normal(1) unless said")
            .orAbsent();
    private static final Parameter KERNEL =
            positional("size", "a kernel size", new Size(2, 2), "height x width of the window");
    private static final Parameter STRIDE = named(
                    "stride", "a stride", new Directions(1, false), "how far the window moves")
            .orElse(List.of(1L, 1L));
    private static final Parameter POOL_STRIDE = named(
                    "stride",
                    "a stride",
                    new Directions(1, false),
                    "how far the window moves; its own size unless said")
            .orAbsent();
    private static final Parameter DILATION = named(
                    "dilation", "a dilation", new Directions(1, false), "how far the weights of a filter lie apart")
            .orElse(List.of(1L, 1L));
    private static final Parameter PADDING = named(
                    "padding", "a padding", new Directions(0, true), "zeros around the image; `same` keeps its size")
            .orElse(List.of(0L, 0L));

    private static final String IMAGE = "an image";
    private static final String VECTOR = "a vector";
    private static final String LABEL = "a column that is `one of` some values, named alone";
    private static final String ANY = "any shape";
    private static final String SAME = "the same shape";
    private static final String ALIKE = "branches of the same shape";
    private static final String WINDOWED =
            "height and width (size + padding on both sides - window) / stride + 1, rounded down; ";
    private static final String SAME_CHANNELS = "the same channels";

    static final List<Signature> ROWS = List.of(
            supported(LAYER, "dense", "every unit is a weighted sum of all inputs", units(), BIAS, INIT)
                    .shapes("a vector, or an image, which it flattens", "a vector of `units`")
                    .example("input -> dense(64, init: he) -> relu"),
            supported(LAYER, "flatten", "an image as one vector, in height x width x channel order")
                    .shapes(IMAGE, "a vector of height * width * channels")
                    .example("image -> conv(8, 5x5) -> relu -> flatten -> layer_norm"),
            supported(LAYER, "softmax", "probabilities that sum to 1: exp(x) over the sum of all exp(x)")
                    .shapes(VECTOR, SAME)
                    .example("input -> dense(classes) -> softmax -> label"),
            supported(
                            LAYER,
                            "conv",
                            "each filter slides over the image, and spans all its channels",
                            filters(),
                            KERNEL,
                            STRIDE,
                            PADDING,
                            DILATION,
                            groups(),
                            BIAS,
                            INIT)
                    .shapes(IMAGE, WINDOWED + "`filters` channels")
                    .example("image -> conv(32, 3x3, padding: same, bias: false) -> batch_norm -> relu"),
            supported(
                            LAYER,
                            "depthwise_conv",
                            "one filter for each channel",
                            KERNEL,
                            STRIDE,
                            PADDING,
                            DILATION,
                            groups(),
                            BIAS,
                            INIT)
                    .shapes(IMAGE, WINDOWED + SAME_CHANNELS)
                    .example("image -> depthwise_conv(3x3, padding: same) -> conv(64, 1x1) -> relu"),
            supported(LAYER, "max_pool", "the largest value of each window", KERNEL, POOL_STRIDE, PADDING)
                    .shapes(IMAGE, WINDOWED + SAME_CHANNELS)
                    .example("image -> conv(20, 5x5) -> relu -> max_pool(3x3, stride: 2, padding: 1)"),
            supported(LAYER, "average_pool", "the mean of each window", KERNEL, POOL_STRIDE, PADDING)
                    .shapes(IMAGE, WINDOWED + SAME_CHANNELS)
                    .example("image -> conv(20, 5x5) -> relu -> average_pool(2x2)"),
            supported(LAYER, "global_average_pool", "the mean of each channel")
                    .shapes(IMAGE, "a vector of its channels")
                    .example("image -> conv(64, 3x3) -> relu -> global_average_pool"),
            supported(LAYER, "batch_norm", "each channel with mean 0 and deviation 1 over the batch")
                    .shapes(ANY, SAME)
                    .example("input -> dense(64, bias: false) -> batch_norm -> relu"),
            supported(LAYER, "layer_norm", "each row with mean 0 and deviation 1")
                    .shapes(ANY, SAME)
                    .example("input -> dense(64) -> layer_norm -> relu"),
            supported(LAYER, "dropout", "sets a share of the values to 0 while training", droppedShare())
                    .shapes(ANY, SAME)
                    .example("input -> dense(64) -> relu -> dropout(0.5)"),
            supported(LAYER, "one_hot", "a 1 at the place of the row's value and 0 elsewhere")
                    .shapes(LABEL, "a vector, a number for each value of the column")
                    .example("ward -> one_hot -> dense(8) -> tanh"),
            supported(LAYER, "embedding", "a trained vector for each value of a column", vectorSize(), TABLE_INIT)
                    .shapes(LABEL, "a vector of `size`")
                    .example("ward -> embedding(4) -> dense(8) -> tanh"),
            supported(LAYER, "reshape", "the same values in another shape", shape())
                    .shapes("any shape of as many values", "`shape`")
                    .example("pulse -> reshape(4x4x1) -> conv(8, 3x3) -> relu"),
            supported(MERGE, "add", "the sum of all branches")
                    .shapes(ALIKE, SAME)
                    .example("input -> dense(16) -> ( dense(16) -> tanh | identity ) -> add"),
            supported(MERGE, "multiply", "the product of all branches")
                    .shapes(ALIKE, SAME)
                    .example("input -> ( dense(16) | dense(16) -> sigmoid ) -> multiply"),
            supported(MERGE, "maximum", "the largest of all branches")
                    .shapes(ALIKE, SAME)
                    .example("input -> ( dense(16) | dense(16) ) -> maximum"),
            supported(MERGE, "concat", "the branches behind one another, along the channels")
                    .shapes("vectors, or images of the same height and width", "the sum of their channels")
                    .example("image -> ( conv(8, 1x1) | conv(8, 3x3, padding: same) ) -> concat -> relu"));

    private LayerSignatures() {}

    private static Parameter units() {
        return positional("units", "the number of units", Whole.atLeast(1), "how many values the layer gives");
    }

    private static Parameter vectorSize() {
        return positional("size", "the size of a vector", Whole.atLeast(1), "how many values the layer gives");
    }

    private static Parameter filters() {
        return positional("filters", "the number of filters", Whole.atLeast(1), "how many channels the layer gives");
    }

    private static Parameter groups() {
        return named("groups", "a number of groups", Whole.atLeast(1), "filters of a group see its share of channels")
                .orElse(1L);
    }

    private static Parameter droppedShare() {
        return positional("rate", "a dropout rate", Real.FRACTION, "the probability that a value is dropped");
    }

    private static Parameter shape() {
        return positional("shape", "a shape", new Size(1, 3), "the new height x width x channels");
    }
}
