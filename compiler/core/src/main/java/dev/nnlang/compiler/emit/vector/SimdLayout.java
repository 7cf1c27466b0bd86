package dev.nnlang.compiler.emit.vector;

import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the loops of a contraction are in the SIMD dialect, and where its elements lie. */
public final class SimdLayout {

    /**
     * How many terms go through a panel before its next part: few, so that the part stays near, but enough to make up for the sums that are read
     * and written for each. Large products took 12 % longer with 128, 2 % with 256, and as long with 512.
     */
    static final int CHUNK = 384;

    /** Terms that lie further apart than these each come from a page of memory, or nearly so. */
    private static final int FAR_APART = 256;

    private static final int WORTH_PACKING = 128;

    static final Axis ROWS = new Axis("n", new Axis.Rows());

    final Contraction contraction;
    /** Where the rows of a tile come from. */
    final Run tile;
    /** The rows of the batch, if they are not the tile's: what a block of sums is kept for. */
    final List<Axis> images;
    /** Other loops over rows, inside a block. */
    final List<Axis> inner;
    /** Whether threads share all pairs of a panel and a turn of the first inner loop. */
    final boolean pairs;
    /** Whether what they share is tiles of such a turn, because turns are too few to be shared evenly. */
    final boolean flat;
    /** Loops over rows that read right sides of their own. */
    final List<Run> batch;

    final List<Run> depth;
    final Access left;
    final Access target;
    final Access right;
    /** How many images sums go through at once. */
    final int together;
    /** Whether rows of tiles are copied to where the terms of a tile lie side by side, because they lie far apart. */
    final boolean packsLeft;

    /**
     * What a thread computes of a block.
     *
     * @param from the first turn of the loop that threads share
     * @param first the first row of the block
     * @param rows how many
     */
    record Share(String from, String to, String first, String rows, boolean isWhole) {}

    SimdLayout(Contraction contraction, boolean summed) {
        this.contraction = contraction;
        this.tile = contraction.tileRun().orElseThrow();
        this.batch = contraction.rowRuns().stream()
                .filter(run -> run.stride(contraction.right()) != 0)
                .toList();
        List<Axis> others = contraction.rows().stream()
                .filter(axis -> !axis.isSingle())
                .filter(axis -> !tile.axes().contains(axis))
                .filter(axis -> batch.stream().noneMatch(run -> run.axes().contains(axis)))
                .toList();
        this.images = others.stream().filter(Axis::overRows).toList();
        this.inner = others.stream().filter(axis -> !axis.overRows()).toList();
        this.depth = contraction.depthRuns();
        this.left = contraction.left();
        this.target = contraction.target();
        this.pairs = !inner.isEmpty() && (summed || sharesImages());
        this.flat = pairs && summed && isFlat();
        this.right = contraction.right();
        this.together = together(summed);
        this.packsLeft = !summed && isScattered();
    }

    /** Whether one row lies beside the next, but not one term beside the next, and columns are enough to make up for a copy. */
    private boolean isScattered() {
        return images.isEmpty()
                && inner.isEmpty()
                && batch.isEmpty()
                && depth.size() == 1
                && !tile.overRows()
                && tile.stride(left) == 1
                && depth.get(0).stride(left) >= FAR_APART
                && contraction.columns().length() >= WORTH_PACKING;
    }

    /** Whether the turns of the inner loop are the rows of the target one behind the other. */
    private boolean isFlat() {
        return inner.size() == 1
                && rowStep() == 1
                && eachTurn(inner.get(0)).equals(RunCode.length(tile))
                && tile.length() >= 2 * contraction.tile().rows();
    }

    /** How many tiles a turn of the inner loop has. */
    int tiles() {
        int height = contraction.tile().rows();
        return (tile.length() + height - 1) / height;
    }

    /** Whether threads share all pairs of an image and a turn of the first loop inside it, so that even a single image is shared. */
    private boolean sharesImages() {
        return !contraction.accumulate()
                && batch.isEmpty()
                && images.stream().anyMatch(contraction::shares)
                && target.indices().stream().anyMatch(index -> index.dependsOn(inner.get(0)));
    }

    Share share() {
        if (flat || packsLeft) {
            return new Share("firstRow", "endRow", "firstRow", "endRow - firstRow", false);
        }
        if (pairs) {
            return shareOfTurns(inner.get(0));
        }
        return shareOfTile();
    }

    /** A thread's rows of the run that tiles are cut from. */
    Share shareOfTile() {
        boolean shared = tile.axes().stream().anyMatch(contraction::shares);
        return shared
                ? share(tile.axis().index(), rowStep() == 1 ? "" : Integer.toString(rowStep()))
                : new Share("0", RunCode.length(tile), "0", blockRows(), true);
    }

    /** A thread's turns of the outermost loop of a block, inside the margins that the block may have. */
    private Share shareOfTurns(Axis axis) {
        String each = eachTurn(axis);
        Share share = share(axis.index(), each);
        Axis standing = new Axis(share.from(), axis.extent());
        Index index = target.indices().get(dim(axis)).replace(axis, standing);
        String first = RunCode.factor(index.toString());
        return new Share(
                share.from(), share.to(), each.isEmpty() ? first : RunCode.times(first, each), share.rows(), false);
    }

    /** Along which dim of the target a loop runs. */
    private int dim(Axis axis) {
        int dim = 0;
        while (!target.indices().get(dim).dependsOn(axis)) {
            dim++;
        }
        return dim;
    }

    /** How many rows of the block each turn of a loop has; empty for 1. */
    private String eachTurn(Axis axis) {
        List<Index> indices = target.indices();
        return indices.subList(dim(axis) + 1, indices.size() - 1).stream()
                .map(index -> index.extent().toString())
                .collect(Collectors.joining(" * "));
    }

    /** @param each how many rows of the block each turn has; empty for 1 */
    private static Share share(String index, String each) {
        String from = index + "From";
        String to = index + "To";
        String rows = to + " - " + from;
        return each.isEmpty()
                ? new Share(from, to, from, rows, false)
                : new Share(from, to, RunCode.times(from, each), RunCode.times("(" + rows + ")", each), false);
    }

    /** The rows of the tile's run that a thread computes. */
    Share shareOfRun() {
        if (flat) {
            return new Share("rowFrom", "rowTo", "rowFrom", "rowTo - rowFrom", false);
        }
        return pairs ? new Share("0", RunCode.length(tile), "0", blockRows(), true) : share();
    }

    /** How many rows of a block lie from one row of the tile to the next. */
    int rowStep() {
        return tile.stride(target) / lastDim();
    }

    int lastDim() {
        return target.indices().get(target.indices().size() - 1).extent() instanceof Axis.Fixed last ? last.size() : 1;
    }

    /** Where a block begins in the target: in all dims but those over images at 0, margins and all. */
    Access blockStart() {
        Access first = target.replace(contraction.columns(), first());
        List<Index> indices = first.indices();
        List<Index> start = new ArrayList<>();
        for (Index index : indices.subList(0, indices.size() - 1)) {
            boolean kept = images.stream().anyMatch(index::dependsOn);
            start.add(kept ? index : new Index.At(new Axis("0", index.extent())));
        }
        start.add(indices.get(indices.size() - 1));
        return new Access(target.buffer(), start);
    }

    /** How many rows of the target's last dim a block has. */
    String blockRows() {
        List<Index> indices = target.indices().subList(0, target.indices().size() - 1);
        return indices.stream()
                .filter(index -> images.stream().noneMatch(index::dependsOn))
                .map(index -> index.extent().toString())
                .collect(Collectors.joining(" * "));
    }

    /** Which row of its block an element of the target belongs to: {@code (h + r) * WIDTH + s}. */
    String place(Access element) {
        List<Index> indices = element.indices().subList(0, element.indices().size() - 1);
        return JavaAccess.offset(indices.stream()
                .filter(index -> images.stream().noneMatch(index::dependsOn))
                .toList());
    }

    /** Where an element of the target grows in a block of its own: {@code sums[k * stride + base + j]}. */
    Access inSums() {
        Axis columns = contraction.columns();
        Axis.Fixed one = new Axis.Fixed("1", 1);
        Axis.Fixed stride = new Axis.Fixed("stride", columns.length());
        Index row = new Index.At(tile.axis());
        Index column = new Index.Sliding(columns, one, new Axis("base", stride), new Axis.Fixed("0", 0), stride);
        Buffer sums = new Buffer(
                "sums",
                contraction.target().buffer().shape(),
                Value.Element.REAL,
                Buffer.Role.COMPUTED,
                target.buffer().origin());
        return new Access(sums, List.of(row, column));
    }

    String column() {
        return contraction.columns().index();
    }

    /** The loop over columns, standing at the panel's first. */
    Axis first() {
        return new Axis(column() + "First", contraction.columns().extent());
    }

    /** How many terms a sum has. */
    String depthLength() {
        return depth.stream().map(RunCode::length).collect(Collectors.joining(" * "));
    }

    /** How many rows the packed right side has, for all loops that read one of their own. */
    String rightLength() {
        List<String> factors = new ArrayList<>();
        batch.forEach(run -> factors.add(RunCode.length(run)));
        factors.add(depthLength());
        return String.join(" * ", factors);
    }

    /** How many terms a sum has, of one image. */
    int terms() {
        return depth.stream().mapToInt(Run::length).reduce(1, Math::multiplyExact);
    }

    Access leftAt(List<Run> counted) {
        Access start = tile.start(left);
        for (Run run : counted) {
            start = run.counted(start);
        }
        return start;
    }

    Access leftStart(List<Run> dropped) {
        Access start = tile.start(left);
        for (Run run : dropped) {
            start = run.start(start);
        }
        return start;
    }

    Access batchAt(Access access) {
        Access counted = access;
        for (Run run : batch) {
            counted = run.counted(counted);
        }
        return counted;
    }

    /** How many images can be taken at once, because their right sides lie behind one another. */
    private int together(boolean summed) {
        List<Run> all = Run.of(contraction.depth(), List.of(right));
        Run run = all.get(0);
        boolean behind = all.size() == 1 && right.stride(ROWS) == run.stride(right) * run.length();
        boolean few = summed && contraction.tile().places() && behind;
        return few ? Math.max(1, CHUNK / run.length()) : 1;
    }
}
