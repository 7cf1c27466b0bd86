package dev.nnlang.compiler.graph;

/**
 * A length that tensors have in common. It is made once, where a layer is lowered, and flows from there through all that is computed: what
 * activates the units of {@code dense1} has the dim {@code DENSE1} too, and the next dense layer sums over it. Two dims of equal size are not
 * the same dim.
 *
 * @param name unique in its network; the constant in generated code: {@code CONV1_FILTERS}
 * @param size how long it is; {@link #ROWS} has none that is known when compiling
 * @param index what a loop over it is called unless another loop has that name: {@code f}
 */
public record Dim(String name, int size, String index) {

    /** The rows of a batch. */
    public static final Dim ROWS = new Dim("rows", 0, "n");

    public Dim {
        if (size < 1 && !name.equals("rows")) {
            throw new IllegalArgumentException("a dim " + name + " of " + size);
        }
    }

    public boolean isRows() {
        return equals(ROWS);
    }

    /** {@code [n]} or {@code [16]}. */
    @Override
    public String toString() {
        return isRows() ? "[n]" : "[" + size + "]";
    }
}
