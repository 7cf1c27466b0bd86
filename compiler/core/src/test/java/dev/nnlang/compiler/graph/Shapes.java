package dev.nnlang.compiler.graph;

import java.util.stream.IntStream;

/** Shapes for tests, of dims that are called after their places and sizes. */
public final class Shapes {

    private Shapes() {}

    /** One for each row. */
    public static Shape perRow(int... sizes) {
        return Shape.perRow(of(sizes).dims());
    }

    /** The same for all rows. */
    public static Shape of(int... sizes) {
        return new Shape(IntStream.range(0, sizes.length)
                .mapToObj(i -> new Dim("DIM" + i + "_OF_" + sizes[i], sizes[i], "i"))
                .toList());
    }
}
