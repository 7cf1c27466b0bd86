package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Window;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Axis.Fixed;
import dev.nnlang.compiler.program.Index;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The loops of a layer whose window slides over an image: positions h and w, taps r and s, channels c of the image and f of the output. Where
 * there is padding, as only poolings have it, the taps run only over what lies inside the image.
 */
final class SlidingAxes {

    private final Window window;
    private final Shape image;
    private final Shape output;
    private final String prefix;
    private final Constants constants;

    private SlidingAxes(String prefix, Constants constants, Window window, Shape image, Shape output) {
        this.prefix = prefix;
        this.constants = constants;
        this.window = window;
        this.image = image;
        this.output = output;
    }

    /** The loops of an op with a window; empty for others. */
    static Optional<SlidingAxes> of(String prefix, Op op, Constants constants) {
        if (op instanceof Convolution made) {
            return unpadded(prefix, constants, made.window(), made.image().shape(), made.shape());
        }
        if (op instanceof ConvolutionImageGradient given) {
            return unpadded(
                    prefix, constants, given.window(), given.shape(), given.d().shape());
        }
        if (op instanceof ConvolutionWeightGradient given) {
            return unpadded(
                    prefix,
                    constants,
                    given.window(),
                    given.image().shape(),
                    given.d().shape());
        }
        if (op instanceof MaxPool made) {
            return slide(prefix, constants, made.window(), made.image().shape(), made.shape());
        }
        if (op instanceof MaxPoolGradient given) {
            return slide(
                    prefix,
                    constants,
                    given.window(),
                    given.image().shape(),
                    given.d().shape());
        }
        if (op instanceof SumPool made) {
            return slide(prefix, constants, made.window(), made.image().shape(), made.shape());
        }
        if (op instanceof SumPoolGradient given) {
            return slide(
                    prefix, constants, given.window(), given.shape(), given.d().shape());
        }
        return Optional.empty();
    }

    private static Optional<SlidingAxes> unpadded(
            String prefix, Constants constants, Window window, Shape image, Shape output) {
        if (!window.margins().equals(Margins.NONE)) {
            throw new IllegalStateException("images of convolutions were to be padded before: " + window);
        }
        return slide(prefix, constants, window, image, output);
    }

    private static Optional<SlidingAxes> slide(
            String prefix, Constants constants, Window window, Shape image, Shape output) {
        return Optional.of(new SlidingAxes(prefix, constants, window, image, output));
    }

    private Fixed fixed(String name, int size) {
        return constants.named(prefix + "_" + name, size);
    }

    boolean isOutput(Shape shape) {
        return shape.dims().equals(output.dims());
    }

    /** Over the output's positions and channels. */
    List<Axis> output() {
        return List.of(h(), w(), f());
    }

    /** Over the output's rows. */
    Axis h() {
        return new Axis("h", fixed("HEIGHT", output.dims().get(0)));
    }

    /** Over the output's columns. */
    Axis w() {
        return new Axis("w", fixed("WIDTH", output.dims().get(1)));
    }

    /** Over the output's channels. */
    Axis f() {
        return new Axis("f", fixed("FILTERS", output.last()));
    }

    /** Over the image's channels. */
    Axis c() {
        return new Axis("c", fixed("CHANNELS", image.last()));
    }

    /** Over the window's rows. */
    Axis r() {
        return new Axis("r", fixed("WINDOW_HEIGHT", window.height()));
    }

    /** Over the window's columns. */
    Axis s() {
        return new Axis("s", fixed("WINDOW_WIDTH", window.width()));
    }

    /** Those rows of the window at h that lie inside the image. */
    Axis rInside() {
        Fixed taps = fixed("WINDOW_HEIGHT", window.height());
        return window.top() + window.bottom() == 0
                ? r()
                : new Axis("r", new Axis.TapsInside(taps, h(), strideHeight(), top(), imageHeight()));
    }

    /** Those columns of the window at w that lie inside the image. */
    Axis sInside() {
        Fixed taps = fixed("WINDOW_WIDTH", window.width());
        return window.left() + window.right() == 0
                ? s()
                : new Axis("s", new Axis.TapsInside(taps, w(), strideWidth(), left(), imageWidth()));
    }

    /** The pixel that the window at h, w sees through r, s: its row, height, width and channel. */
    List<Index> pixel() {
        return List.of(
                new Index.At(StepAxes.ROWS),
                new Index.Sliding(h(), strideHeight(), r(), top(), imageHeight()),
                new Index.Sliding(w(), strideWidth(), s(), left(), imageWidth()),
                new Index.At(c()));
    }

    /** The weight that joins the pixel to the output's channel f. */
    List<Axis> weight() {
        return List.of(r(), s(), c(), f());
    }

    /** Of axes those longer than 1, which are worth a loop. */
    static List<Axis> loops(Axis... axes) {
        return Stream.of(axes).filter(Predicate.not(Axis::isSingle)).toList();
    }

    private Fixed strideHeight() {
        return fixed("STRIDE_HEIGHT", window.strideHeight());
    }

    private Fixed strideWidth() {
        return fixed("STRIDE_WIDTH", window.strideWidth());
    }

    private Fixed top() {
        return fixed("PADDING_TOP", window.top());
    }

    private Fixed left() {
        return fixed("PADDING_LEFT", window.left());
    }

    private Fixed imageHeight() {
        return fixed("IMAGE_HEIGHT", image.dims().get(0));
    }

    private Fixed imageWidth() {
        return fixed("IMAGE_WIDTH", image.dims().get(1));
    }
}
