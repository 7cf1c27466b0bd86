package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Run;
import dev.nnlang.compiler.program.Tile;
import dev.nnlang.compiler.program.Winograd;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts contractions for registers. Measured on JDK 17 and 25, with the collectors G1 and Parallel, as a share of one core's peak, both sides in
 * the first cache, 512 terms: tiles of 4 x 3, 5 x 2 and 6 x 2 vectors, whose rows lie at a constant distance from one base, 93 to 98 %; the same
 * with a base for each row 65 to 90 %, with loops inside each other 3 % (JDK 17 then allocates the vectors); with places from a table 6 x 2
 * 83 to 97 %, 4 x 3 72 to 90 %, and no less than without one where a single check does for the places of all rows. With 32 registers, in a whole
 * product of 240 x 2048 by 2048 x 1536: 4 x 3 89 to 90 %, 6 x 2 and 8 x 2 93 to 95 %,
 * 8 x 3 and 12 x 2 no more than these, and less where rows lie far apart (JDK 25).
 */
final class Tiles {

    /** Measured on JDK 17 and 25: four at once make a scalar product 1.7 times as fast, more gain nothing. */
    private static final int TERMS = 4;

    /** Products of fewer multiplications a row gain nothing from a tile but longer code. */
    private static final long WORTH_TILING = 2048;

    /** Products of fewer multiplications a row are not worth the packing of a side. */
    private static final long WORTH_VECTORS = 256;

    /** Two runs of fewer terms than these are put together by a table of places: tiles that begin less often make up for it (measured up to 200). */
    private static final int SHORT_RUN = 256;

    /** The lanes that choices are made for: those of AVX2 and AVX-512; other machines get the same tiles. */
    private static final List<Integer> LANES = List.of(8, 16);

    private static final List<Integer> HEIGHTS = List.of(Tile.HIGHEST, 6, 5, 4, 3);

    private Tiles() {}

    /** The contraction, cut. */
    static Contraction tiled(Contraction contraction) {
        return contraction.tiled(choose(contraction));
    }

    private static Tile choose(Contraction contraction) {
        long work = Stream.of(
                        contraction.rows().stream(), Stream.of(contraction.columns()), contraction.depth().stream())
                .flatMap(axes -> axes)
                .mapToLong(Axis::length)
                .reduce(1, Math::multiplyExact);
        int terms = work >= WORTH_TILING ? TERMS : 1;
        if (work < WORTH_VECTORS || !isRegular(contraction)) {
            return new Tile(terms, 0, 0, Tile.Way.RUNS);
        }
        if (Winograd.of(contraction).isPresent()) {
            return new Tile(terms, Tile.HIGHEST, mostVectors(Tile.HIGHEST), Tile.Way.WINOGRAD);
        }
        Run tiled = contraction.tileRun().orElseThrow();
        List<Run> depth = contraction.depthRuns();
        Run inner = depth.get(depth.size() - 1);
        boolean places = depth.size() == 2
                && inner.length() < SHORT_RUN
                && depth.stream().allMatch(run -> run.axis().extent() instanceof Axis.Fixed);
        int rows = tiled.overRows()
                ? HEIGHTS.get(0)
                : height(tiled.length(), contraction.columns().length(), places);
        return new Tile(terms, rows, mostVectors(rows), places ? Tile.Way.PLACES : Tile.Way.RUNS);
    }

    /** Whether each side's places are sums of what the loops add, and results lie side by side. */
    private static boolean isRegular(Contraction contraction) {
        Axis columns = contraction.columns();
        boolean whole = Stream.concat(contraction.rows().stream(), contraction.depth().stream())
                .allMatch(axis -> axis.extent().equals(axis.whole()));
        return whole
                && !contraction.depthRuns().isEmpty()
                && contraction.tileRun().isPresent()
                && contraction.target().stride(columns) == 1
                && contraction.left().stride(columns) == 0;
    }

    /**
     * Sixteen registers hold the sums, a vector for each column of the right side, and one of the left. The highest tiles are two of half the
     * height, unless there are more registers.
     */
    private static int mostVectors(int rows) {
        return rows <= Tile.HALF || rows == Tile.HIGHEST ? 3 : 2;
    }

    /** The height of tile that takes least time for so many rows and columns, on all machines together. */
    private static int height(int rows, int columns, boolean places) {
        return HEIGHTS.stream()
                .min(Comparator.comparingDouble(height -> LANES.stream()
                        .mapToDouble(lanes -> cost(rows, (columns + lanes - 1) / lanes, height, places))
                        .sum()))
                .orElseThrow();
    }

    private static double cost(int rows, int vectors, int height, boolean places) {
        int panels = (vectors + mostVectors(height) - 1) / mostVectors(height);
        double cost = 0;
        for (int panel = 0; panel < panels; panel++) {
            int width = vectors / panels + (panel < vectors % panels ? 1 : 0);
            cost += rows / height * turn(height, width, places);
            cost += rows % height == 0 ? 0 : turn(rows % height, width, places);
        }
        return cost;
    }

    /**
     * Cycles for one term: two multiplications and additions begin in each, every sum has to wait four cycles for its last, two vectors are read;
     * a place from a table costs a check of the bounds.
     */
    private static double turn(int rows, int vectors, boolean places) {
        if (rows > Tile.HALF && vectors > 2) {
            return turn(Tile.HALF, vectors, places) + turn(rows - Tile.HALF, vectors, places);
        }
        double cycles = Math.max(rows * vectors / 2.0, Math.max(4, (rows + vectors) / 2.0));
        return places ? cycles + 1 : cycles;
    }
}
