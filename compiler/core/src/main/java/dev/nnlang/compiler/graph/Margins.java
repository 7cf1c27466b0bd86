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

    /** How much there is before dim {@code i} of an image: 1 is its height, 2 its width. */
    public int before(int i) {
        return i == 1 ? top : i == 2 ? left : 0;
    }

    /** How much there is behind dim {@code i} of an image. */
    public int behind(int i) {
        return i == 1 ? bottom : i == 2 ? right : 0;
    }

    /** The same but for dim {@code i}. */
    public Margins with(int i, int before, int behind) {
        if (i == 1) {
            return new Margins(before, behind, left, right);
        }
        if (i == 2) {
            return new Margins(top, bottom, before, behind);
        }
        if (before + behind > 0) {
            throw new IllegalArgumentException("margins of dim " + i);
        }
        return this;
    }

    /** {@code 1+1x2+2}: rows, then columns. */
    @Override
    public String toString() {
        return top + "+" + bottom + "x" + left + "+" + right;
    }
}
