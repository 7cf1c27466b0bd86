package dev.nnlang.compiler.program;

/**
 * How a contraction is computed.
 *
 * @param terms scalar dialect: how many terms of the sum or, of dot products, how many results one turn of the inner loop works on
 * @param rows SIMD dialect: how many rows of the result a tile keeps in registers; 0 if there is no SIMD form
 * @param vectors SIMD dialect: how many vectors of each row at most
 * @param places SIMD dialect: whether the places of the left side's terms come from a table, because they lie in short runs
 */
public record Tile(int terms, int rows, int vectors, boolean places) {

    /** Tiles of so many rows are computed as a whole where registers suffice, else as two of 4. */
    public static final int HIGHEST = 8;

    /** Rows that sixteen registers suffice for, three vectors wide. */
    public static final int HALF = HIGHEST / 2;

    /** One term after the other, no SIMD form. */
    public static final Tile PLAIN = new Tile(1, 0, 0, false);

    /** Whether there is a SIMD form. */
    public boolean hasVectors() {
        return rows > 0;
    }

    @Override
    public String toString() {
        String vector = hasVectors() ? ", tiles of " + rows + " x " + vectors + " vectors" : "";
        return (terms > 1 ? ", " + terms + " at once" : "") + vector + (places ? ", places from a table" : "");
    }
}
