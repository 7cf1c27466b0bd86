package dev.nnlang.runtime.simd;

/**
 * The columns of a matrix, cut into panels of whole vectors that are as even as possible; the last vector may reach beyond the last column. An
 * even cut wastes least: of 7 vectors, panels of 3, 2 and 2 keep more of a tile busy than 3, 3 and 1.
 */
public final class Panels {
    private final int columns;
    private final int lanes;
    private final int vectors;
    private final int count;

    private Panels(int columns, int most, int lanes) {
        this.columns = columns;
        this.lanes = lanes;
        this.vectors = (columns + lanes - 1) / lanes;
        this.count = (vectors + most - 1) / most;
    }

    /** Panels of at most {@code most} vectors of this machine. */
    public static Panels of(int columns, int most) {
        return new Panels(columns, most, Vectors.LANES);
    }

    static Panels of(int columns, int most, int lanes) {
        return new Panels(columns, most, lanes);
    }

    public int count() {
        return count;
    }

    /** How wide all panels are together. */
    public int width() {
        return vectors * lanes;
    }

    /** The first column of a panel. */
    public int first(int panel) {
        return vector(panel) * lanes;
    }

    /** How wide a panel is: a number of whole vectors. */
    public int width(int panel) {
        return (vector(panel + 1) - vector(panel)) * lanes;
    }

    /** How many columns a panel holds: fewer than it is wide where it reaches beyond the last. */
    public int columns(int panel) {
        return Math.min(width(panel), columns - first(panel));
    }

    /** The first vector of a panel; wide panels come first. */
    private int vector(int panel) {
        return panel * (vectors / count) + Math.min(panel, vectors % count);
    }
}
