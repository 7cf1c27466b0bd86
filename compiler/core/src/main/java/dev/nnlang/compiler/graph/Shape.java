package dev.nnlang.compiler.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of a tensor: the batch's rows, if it has one value set for each row, then dims that are known when compiling.
 *
 * @param perRow whether there is one of these for each row of a batch
 * @param dims row-major; images are height x width x channel
 */
public record Shape(boolean perRow, List<Integer> dims) {

    public Shape {
        dims = List.copyOf(dims);
        for (int dim : dims) {
            if (dim < 1) {
                throw new IllegalArgumentException("a dim of " + dim);
            }
        }
    }

    /** {@code [n][dims]…}: one for each row. */
    public static Shape perRow(Integer... dims) {
        return new Shape(true, List.of(dims));
    }

    /** {@code [n]}: one number for each row. */
    public static Shape onePerRow() {
        return new Shape(true, List.of());
    }

    /** The same for all rows; without dims a scalar. */
    public static Shape of(Integer... dims) {
        return new Shape(false, List.of(dims));
    }

    /** The number of elements, of one row if {@link #perRow}. */
    public int size() {
        return dims.stream().reduce(1, Math::multiplyExact);
    }

    public int rank() {
        return dims.size();
    }

    /** The last dim: of an image the channels, of a vector its length. */
    public int last() {
        return dims.get(dims.size() - 1);
    }

    /** Whether a tensor of this shape can be read at every point of {@code wider}: its dims are the last of the wider's. */
    public boolean broadcastsTo(Shape wider) {
        int skipped = wider.rank() - rank();
        return (wider.perRow || !perRow)
                && skipped >= 0
                && wider.dims.subList(skipped, wider.rank()).equals(dims);
    }

    /** {@code [n][28][28][1]}. */
    @Override
    public String toString() {
        return (perRow ? "[n]" : "") + dims.stream().map(dim -> "[" + dim + "]").collect(Collectors.joining());
    }
}
