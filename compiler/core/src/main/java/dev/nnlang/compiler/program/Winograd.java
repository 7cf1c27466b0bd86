package dev.nnlang.compiler.program;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contraction as Winograd's minimal filtering F(4 x 4, 3 x 3) computes it: windows of 3 x 3 pixels, one apart in both directions, that lie
 * inside the image. It needs 36 products for sixteen outputs instead of 144.
 *
 * @param image the pixel that a window sees through a tap
 * @param output the output of a window
 * @param height over the rows of outputs
 * @param width over the outputs of a row
 * @param channels of what is not the contraction's columns: those of the image or, for its gradient, those of the outputs
 */
public record Winograd(Kind kind, Access image, Access output, Axis height, Axis width, Axis channels) {

    /** What is summed. */
    public enum Kind {
        OUTPUTS,
        IMAGE_GRADIENT,
        WEIGHT_GRADIENT
    }

    /** How many pixels a window is high and wide. */
    private static final int WINDOW = 3;

    /** How many outputs are computed together, high and wide. */
    public static final int OUTPUTS = 4;

    /** Elements of a transformed patch. */
    private static final int ELEMENTS = (OUTPUTS + WINDOW - 1) * (OUTPUTS + WINDOW - 1);

    /** Measured: with 16 channels of 32 x 32 pixels a step of training takes 0.63 of the time. Fewer, which save less, were not tried. */
    private static final int FEWEST_CHANNELS = 16;

    /** Fewer patches than these make no tile. */
    private static final int FEWEST_PATCHES = 4;

    /**
     * So many transformed weights at most, times the square of the patches of an image: the prediction of a single row reads them all, in tiles
     * that are low where patches are few. Measured: of 4 patches 128 x 128 channels take 0.7 of the time of a direct convolution, 256 x 256 take
     * 1.6 times as long.
     */
    private static final int MOST_WEIGHTS = 40_000;

    /** The filtering that computes {@code sums}; empty if they are no such windows, or another way is faster. */
    public static Optional<Winograd> of(Contraction sums) {
        Axis term = last(sums.depth());
        Optional<Winograd> filtering;
        if (sums.scatters()) {
            filtering = of(Kind.IMAGE_GRADIENT, sums.target(), sums.left(), term);
        } else if (sums.rows().stream().anyMatch(Axis::overRows)) {
            filtering = of(Kind.OUTPUTS, sums.left(), sums.target(), term);
        } else {
            // Panels of gradients are filled without a rest.
            filtering = of(Kind.WEIGHT_GRADIENT, sums.left(), sums.right(), last(sums.rows()))
                    .filter(each -> sums.columns().length() % FEWEST_CHANNELS == 0);
        }
        return filtering.filter(each -> each.pays(sums.columns().length()));
    }

    private static Axis last(List<Axis> axes) {
        return axes.get(axes.size() - 1);
    }

    private static Optional<Winograd> of(Kind kind, Access image, Access output, Axis channels) {
        List<Index> pixel = image.indices();
        return pixel.size() == 4
                        && pixel.get(1) instanceof Index.Sliding down
                        && pixel.get(2) instanceof Index.Sliding along
                        && Stream.of(down, along).allMatch(Winograd::fits)
                ? Optional.of(new Winograd(kind, image, output, down.position(), along.position(), channels))
                : Optional.empty();
    }

    private static boolean fits(Index.Sliding index) {
        return index.stride().size() == 1
                && index.dilation().size() == 1
                && index.before().size() == 0
                && index.tap().extent() instanceof Axis.Fixed taps
                && taps.size() == WINDOW;
    }

    /** Whether it takes at most half of the products, and what else it takes is little beside that. */
    private boolean pays(long columns) {
        long patches = (long) patches(height) * patches(width);
        long windows = (long) height.length() * width.length();
        return Math.min(channels.length(), columns) >= FEWEST_CHANNELS
                && patches >= FEWEST_PATCHES
                && 2 * ELEMENTS * patches <= WINDOW * WINDOW * windows
                && ELEMENTS * channels.length() * columns <= MOST_WEIGHTS * patches * patches;
    }

    /** How many patches cover the outputs along an axis. */
    public static int patches(Axis outputs) {
        return (outputs.length() + OUTPUTS - 1) / OUTPUTS;
    }

    /** How high the image is, margins and all. */
    public Axis.Extent imageHeight() {
        return image.indices().get(1).extent();
    }

    /** How wide the image is, margins and all. */
    public Axis.Extent imageWidth() {
        return image.indices().get(2).extent();
    }
}
