package dev.nnlang.runtime.simd;

/**
 * The columns of a matrix, cut into panels of whole vectors that are as even as possible. An even cut wastes least: of 7 vectors, panels of 3, 2
 * and 2 keep more of a tile busy than 3, 3 and 1. Where the columns fill no whole number of vectors, the last vector begins earlier and
 * overlaps the one before, so that it ends with the last column; a panel of a single vector reaches beyond it instead.
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

    /** Panels for tiles of 8 rows: of 2 vectors where the registers hold the sums of a whole such tile, else of 3, for tiles of 4 rows. */
    public static Panels forTilesOf8(int columns) {
        return of(columns, Vectors.REGISTERS == 32 ? 2 : 3);
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

    /** At which of its columns the last vector of a panel begins. */
    public int last(int panel) {
        int width = width(panel);
        return width == lanes ? 0 : Math.min(width, columns(panel)) - lanes;
    }

    /** Whether a panel ends with its last column, so that its sums can grow where they belong. */
    public boolean fits(int panel) {
        return columns(panel) >= lanes;
    }

    /** The first vector of a panel; wide panels come first. */
    private int vector(int panel) {
        return panel * (vectors / count) + Math.min(panel, vectors % count);
    }
}
