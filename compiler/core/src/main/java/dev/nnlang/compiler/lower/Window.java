package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Layer;
import java.util.List;

/**
 * How a window slides over an image: a convolution's filter or a pooling's region.
 *
 * @param down from top to bottom
 * @param along from left to right
 */
record Window(Slide down, Slide along) {

    /**
     * How it slides in one direction. Position {@code y} sees what lies at {@code y * stride - before} and, up to its size, every
     * {@code dilation}-th behind that; what lies outside the image is padding. Sizes round down (Dumoulin and Visin, "A guide to convolution
     * arithmetic for deep learning", 2016, relationship 6).
     *
     * @param size how many pixels it sees
     */
    record Slide(int size, int stride, int dilation, int before, int behind) {

        /** From the first pixel that it sees to the last. */
        int reach() {
            return (size - 1) * dilation + 1;
        }

        int padding() {
            return before + behind;
        }

        /** How many positions there are; 0 or less if the window does not fit. */
        int positions(int length) {
            int room = length + padding() - reach();
            return room < 0 ? 0 : room / stride + 1;
        }

        /** Whether no position lies in the padding alone: neither the first nor the last one. */
        boolean alwaysSeesPixels(int length) {
            return before < reach() && (positions(length) - 1) * stride - before < length;
        }

        /** The dim of its positions: the image's own, if there are as many side by side. */
        Dim positions(Dims dims, Layer layer, Dim image, String part) {
            int count = positions(image.size());
            return stride == 1 && count == image.size() ? image : dims.of(layer, part, count, image.index());
        }

        /** The pixel that {@code tap} sees. */
        Affine place(Dim position, Dim tap) {
            return Affine.window(position, stride, tap, dilation, before);
        }
    }

    static Window of(Invocation invocation) {
        List<Integer> size = invocation.size("size");
        List<Integer> stride = invocation.has("stride") ? invocation.size("stride") : size;
        List<Integer> padding = invocation.size("padding");
        List<Integer> dilation = invocation.has("dilation") ? invocation.size("dilation") : List.of(1, 1);
        return new Window(slide(0, size, stride, padding, dilation), slide(1, size, stride, padding, dilation));
    }

    /** @param padding empty for {@code same}: what one window needs beyond its first pixel, shared out before and behind */
    private static Slide slide(
            int direction, List<Integer> size, List<Integer> stride, List<Integer> padding, List<Integer> dilation) {
        int reach = (size.get(direction) - 1) * dilation.get(direction);
        int all = padding.isEmpty() ? reach : 2 * padding.get(direction);
        return new Slide(size.get(direction), stride.get(direction), dilation.get(direction), all / 2, all - all / 2);
    }

    /** How many elements it sees of one channel. */
    int area() {
        return down.size() * along.size();
    }

    /** {@code 5x5}. */
    @Override
    public String toString() {
        return down.size() + "x" + along.size();
    }
}
