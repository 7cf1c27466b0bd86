package dev.nnlang.compiler.library;

import static dev.nnlang.compiler.library.Parameter.named;
import static dev.nnlang.compiler.library.Parameter.positional;
import static dev.nnlang.compiler.library.Signature.Category.INITIALIZER;
import static dev.nnlang.compiler.library.Signature.Category.LAYER;
import static dev.nnlang.compiler.library.Signature.Category.MERGE;
import static dev.nnlang.compiler.library.Signatures.planned;
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
    private static final Parameter PADDING = named(
                    "padding", "a padding", new Directions(0, true), "zeros around the image; `same` keeps its size")
            .orElse(List.of(0L, 0L));

    static final List<Signature> ROWS = List.of(
            supported(LAYER, "dense", "every unit is a weighted sum of all inputs", units(), BIAS, INIT),
            supported(LAYER, "flatten", "an image as one vector, in height x width x channel order"),
            supported(LAYER, "softmax", "probabilities that sum to 1: exp(x) over the sum of all exp(x)"),
            supported(
                    LAYER, "conv", "each filter slides over the image", filters(), KERNEL, STRIDE, PADDING, BIAS, INIT),
            supported(LAYER, "depthwise_conv", "one filter for each channel", KERNEL, STRIDE, PADDING, BIAS, INIT),
            supported(LAYER, "max_pool", "the largest value of each window", KERNEL, POOL_STRIDE, PADDING),
            supported(LAYER, "average_pool", "the mean of each window", KERNEL, POOL_STRIDE, PADDING),
            supported(LAYER, "global_average_pool", "the mean of each channel"),
            supported(LAYER, "batch_norm", "each channel with mean 0 and deviation 1 over the batch"),
            supported(LAYER, "layer_norm", "each row with mean 0 and deviation 1"),
            supported(LAYER, "dropout", "sets a share of the values to 0 while training", droppedShare()),
            planned(LAYER, "embedding", "a trained vector for each category", units()),
            planned(LAYER, "one_hot", "a 1 at the category's place and 0 elsewhere"),
            supported(LAYER, "reshape", "the same values in another shape", shape()),
            supported(MERGE, "add", "the sum of all branches"),
            supported(MERGE, "multiply", "the product of all branches"),
            supported(MERGE, "maximum", "the largest of all branches"),
            supported(MERGE, "concat", "the branches behind one another, along the channels"));

    private LayerSignatures() {}

    private static Parameter units() {
        return positional("units", "the number of units", Whole.atLeast(1), "how many values the layer gives");
    }

    private static Parameter filters() {
        return positional("filters", "the number of filters", Whole.atLeast(1), "how many channels the layer gives");
    }

    private static Parameter droppedShare() {
        return positional("rate", "a dropout rate", Real.FRACTION, "the probability that a value is dropped");
    }

    private static Parameter shape() {
        return positional("shape", "a shape", new Size(1, 3), "the new height x width x channels");
    }
}
