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

    static Tensor zeros(Shape shape, int rows) {
        return new Tensor(shape, rows, new double[count(shape, rows)]);
    }

    /** How many numbers there are. */
    public static int count(Shape shape, int rows) {
        return shape.size() * (shape.perRow() ? rows : 1);
    }

    /** The position here of what stands at {@code position} in a tensor of the wider shape. */
    int project(int position, Shape wider) {
        int row = position / wider.size();
        int withinRow = position % wider.size() % shape.size();
        return shape.perRow() ? row * shape.size() + withinRow : withinRow;
    }

    @Override
    public String toString() {
        return shape + " " + Arrays.toString(values);
    }
}
