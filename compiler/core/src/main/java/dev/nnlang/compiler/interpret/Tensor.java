package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Shape;
import java.util.Arrays;

/**
 * Numbers with a shape.
 *
 * @param rows how many rows the batch has; counts only where the shape is per row
 * @param values row-major
 */
public record Tensor(Shape shape, int rows, double[] values) {

    public Tensor {
        if (values.length != count(shape, rows)) {
            throw new IllegalArgumentException(values.length + " values for " + shape + " and " + rows + " rows");
        }
    }

    /** How many numbers there are. */
    public static int count(Shape shape, int rows) {
        return shape.size() * (shape.perRow() ? rows : 1);
    }

    @Override
    public String toString() {
        return shape + " " + Arrays.toString(values);
    }
}
