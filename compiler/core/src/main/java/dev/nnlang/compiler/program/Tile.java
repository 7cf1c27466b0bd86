package dev.nnlang.compiler.program;

/**
 * How a contraction is computed.
 *
 * @param terms scalar dialect: how many terms of the sum or, of dot products, how many results one turn of the inner loop works on
 * @param rows SIMD dialect: how many rows of the result a tile keeps in registers; 0 if there is no SIMD form
 * @param vectors SIMD dialect: how many vectors of each row at most
 * @param way SIMD dialect: how the terms of the left side are found
 */
public record Tile(int terms, int rows, int vectors, Way way) {

    /** How the terms of the left side are found. */
    public enum Way {
        /** In runs of equal steps. */
        RUNS(""),
        /** In a table of places, because runs are short. */
        PLACES(", places from a table"),
        /** In patches of an image that are transformed before: see {@link Winograd}. */
        WINOGRAD(", by Winograd's F(4x4, 3x3)");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /** Tiles of so many rows are computed as a whole where registers suffice, else as two of 4. */
    public static final int HIGHEST = 8;

    /** Rows that sixteen registers suffice for, three vectors wide. */
    public static final int HALF = HIGHEST / 2;

    /** One term after the other, no SIMD form. */
    public static final Tile PLAIN = new Tile(1, 0, 0, Way.RUNS);

    /** Whether there is a SIMD form. */
    public boolean hasVectors() {
        return rows > 0;
    }

    /** Whether a table says where the terms of the left side lie. */
    public boolean places() {
        return way == Way.PLACES;
    }

    @Override
    public String toString() {
        String vector = hasVectors() ? ", tiles of " + rows + " x " + vectors + " vectors" : "";
        return (terms > 1 ? ", " + terms + " at once" : "") + vector + way.words;
    }
}
