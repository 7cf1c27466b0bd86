package dev.nnlang.compiler.program;

/**
 * A loop's range.
 *
 * @param index the loop variable: {@code n}
 * @param extent how far it runs
 */
public record Axis(String index, Extent extent) {

    /** How far a loop runs. */
    public sealed interface Extent {}

    /** Over the rows of the batch, known only when it runs. */
    public record Rows() implements Extent {
        @Override
        public String toString() {
            return "rows";
        }
    }

    /**
     * A dim.
     *
     * @param constant the name of the constant that holds it: {@code DENSE1_OUT}
     */
    public record Fixed(String constant, int size) implements Extent {
        @Override
        public String toString() {
            return constant;
        }
    }

    public boolean overRows() {
        return extent instanceof Rows;
    }

    @Override
    public String toString() {
        return index + " < " + extent;
    }
}
