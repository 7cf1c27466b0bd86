package dev.nnlang.compiler.program;

import java.util.List;
import java.util.Optional;

/**
 * A contraction as Winograd's minimal filtering F(4 x 4, 3 x 3) computes it: windows of 3 x 3 pixels, one apart in both directions, that lie
 * inside the image. It needs 36 products for sixteen outputs instead of 144.
 *
 * @param image the pixel that a window sees through a tap: where the terms are read, or where the sums are added
 * @param output the output of a window, or its gradient
 * @param height over the rows of outputs
 * @param width over the outputs of a row
 */
public record Winograd(Access image, Access output, Axis height, Axis width) {

    /** How many pixels a window is high and wide. */
    private static final int WINDOW = 3;

    /** How many outputs are computed together, high and wide. */
    public static final int OUTPUTS = 4;

    /** Elements of a transformed patch. */
    private static final int ELEMENTS = (OUTPUTS + WINDOW - 1) * (OUTPUTS + WINDOW - 1);

    /** Where fewer channels are added up, or fewer are computed, the transformations take what the products save. */
    private static final int FEWEST_CHANNELS = 16;

    /** Fewer patches than these make no tile. */
    private static final int FEWEST_PATCHES = 4;

    /** So many transformed weights are read for each patch of an image at most: to predict a single row, all of them are read. */
    private static final int MOST_WEIGHTS = 600_000;

    /** What is summed by a contraction that multiplies the pixels of windows, or what windows give back to pixels; empty for any other. */
    public static Optional<Winograd> of(Contraction sums) {
        return sums.scatters()
                ? slides(sums.target(), sums.left(), sums)
                : slides(sums.left(), sums.target(), sums)
                        .filter(each -> sums.rows().containsAll(each.axes()));
    }

    private static Optional<Winograd> slides(Access image, Access output, Contraction sums) {
        List<Index> pixel = image.indices();
        if (pixel.size() != 4
                || !(pixel.get(1) instanceof Index.Sliding down)
                || !(pixel.get(2) instanceof Index.Sliding along)
                || !fits(down)
                || !fits(along)) {
            return Optional.empty();
        }
        return Optional.of(new Winograd(image, output, down.position(), along.position()))
                .filter(each -> each.pays(sums));
    }

    private static boolean fits(Index.Sliding index) {
        return index.stride().size() == 1
                && index.before().size() == 0
                && index.tap().extent() instanceof Axis.Fixed taps
                && taps.size() == WINDOW;
    }

    /** Whether it takes at most half of the products, and what else it takes is little beside that. */
    private boolean pays(Contraction sums) {
        long terms = sums.depth().get(sums.depth().size() - 1).length();
        long columns = sums.columns().length();
        long patches = (long) patches(height) * patches(width);
        long windows = (long) height.length() * width.length();
        return Math.min(terms, columns) >= FEWEST_CHANNELS
                && patches >= FEWEST_PATCHES
                && 2 * ELEMENTS * patches <= WINDOW * WINDOW * windows
                && ELEMENTS * terms * columns <= MOST_WEIGHTS * patches;
    }

    /** How many patches cover the outputs along an axis. */
    public static int patches(Axis outputs) {
        return (outputs.length() + OUTPUTS - 1) / OUTPUTS;
    }

    private List<Axis> axes() {
        return List.of(height, width);
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
