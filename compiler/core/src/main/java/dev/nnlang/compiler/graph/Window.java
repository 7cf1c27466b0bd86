package dev.nnlang.compiler.graph;

/**
 * How a window slides over an image: a convolution's filter or a pooling's region. Output position {@code y} sees the input rows from
 * {@code y * strideHeight - top} on; what lies outside the image is padding. Sizes round down (Dumoulin and Visin, "A guide to convolution
 * arithmetic for deep learning", 2016, relationship 6).
 *
 * @param top rows of padding above; below there are {@code bottom}
 * @param left columns of padding before; behind there are {@code right}
 */
public record Window(
        int height, int width, int strideHeight, int strideWidth, int top, int bottom, int left, int right) {

    /** How many positions there are from top to bottom; 0 or less if the window does not fit. */
    public int outputHeight(int imageHeight) {
        return positions(imageHeight + top + bottom, height, strideHeight);
    }

    /** How many positions there are from left to right; 0 or less if the window does not fit. */
    public int outputWidth(int imageWidth) {
        return positions(imageWidth + left + right, width, strideWidth);
    }

    private static int positions(int length, int window, int stride) {
        return length < window ? 0 : (length - window) / stride + 1;
    }

    /** The shape of the output for an image of {@code shape}. */
    public Shape output(Shape shape, int channels) {
        return Shape.perRow(
                outputHeight(shape.dims().get(0)), outputWidth(shape.dims().get(1)), channels);
    }

    /** Whether no position of the window lies in the padding alone: neither the first nor the last one. */
    public boolean alwaysSeesPixels(Shape image) {
        int lastRow = (outputHeight(image.dims().get(0)) - 1) * strideHeight - top;
        int lastColumn = (outputWidth(image.dims().get(1)) - 1) * strideWidth - left;
        return top < height
                && left < width
                && lastRow < image.dims().get(0)
                && lastColumn < image.dims().get(1);
    }

    /** The padding. */
    public Margins margins() {
        return new Margins(top, bottom, left, right);
    }

    /** The same window on an image that has its padding around it. */
    public Window withoutPadding() {
        return new Window(height, width, strideHeight, strideWidth, 0, 0, 0, 0);
    }

    /** How many elements the window sees of one channel. */
    public int area() {
        return height * width;
    }

    /** {@code 5x5}, with what is not the default. */
    @Override
    public String toString() {
        String stride = strideHeight == 1 && strideWidth == 1 ? "" : ", stride " + strideHeight + "x" + strideWidth;
        String padding = margins().equals(Margins.NONE) ? "" : ", padding " + margins();
        return height + "x" + width + stride + padding;
    }
}
