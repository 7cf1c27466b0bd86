package dev.nnlang.compiler.graph;

/** How many rows lie above and below an image, and how many columns before and behind it, in a larger one. */
public record Margins(int top, int bottom, int left, int right) {

    public static final Margins NONE = new Margins(0, 0, 0, 0);

    /** Whether there are at least as many on every side as {@code other} has. */
    public boolean contain(Margins other) {
        return top >= other.top && bottom >= other.bottom && left >= other.left && right >= other.right;
    }

    public Margins plus(Margins other) {
        return new Margins(top + other.top, bottom + other.bottom, left + other.left, right + other.right);
    }

    public Margins minus(Margins other) {
        return new Margins(top - other.top, bottom - other.bottom, left - other.left, right - other.right);
    }

    /** The shape of the larger image around one of {@code shape}. */
    public Shape around(Shape shape) {
        return image(shape, top + bottom, left + right);
    }

    /** The shape of the image inside one of {@code shape}. */
    public Shape inside(Shape shape) {
        return image(shape, -top - bottom, -left - right);
    }

    private static Shape image(Shape shape, int height, int width) {
        if (!shape.perRow() || shape.rank() != 3) {
            throw new IllegalArgumentException("margins of " + shape);
        }
        return Shape.perRow(shape.dims().get(0) + height, shape.dims().get(1) + width, shape.last());
    }

    /** {@code 1+1x2+2}: rows, then columns. */
    @Override
    public String toString() {
        return top + "+" + bottom + "x" + left + "+" + right;
    }
}
