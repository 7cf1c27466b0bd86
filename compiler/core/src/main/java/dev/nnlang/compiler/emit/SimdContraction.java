package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest.Contraction;
import dev.nnlang.compiler.program.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a contraction in the SIMD dialect: the right side is packed panel by panel, then tiles of rows run through each panel. The sums grow in
 * the target itself or, where a panel reaches beyond the last column, beside it.
 */
final class SimdContraction {

    /** Longer sums are cut, so that the part of a panel at hand stays in the first cache. */
    private static final int LONGEST = 384;

    private static final int CHUNK = 256;

    private static final Axis ROWS = new Axis("n", new Axis.Rows());

    private final Contraction contraction;
    private final SimdNests nests;
    private final SimdMembers members;
    /** Where the rows of a tile come from. */
    private final Run tile;
    /** The rows of the batch, if they are not the tile's: what a block of sums is kept for. */
    private final List<Axis> images;
    /** Other loops over rows, inside a block. */
    private final List<Axis> inner;
    /** Whether threads share all pairs of a panel and a turn of the first inner loop. */
    private final boolean pairs;
    /** Loops over rows that read right sides of their own. */
    private final List<Run> batch;

    private final List<Run> depth;
    private final Access left;
    private final Access target;
    private final Access right;
    /** How many images sums go through at once. */
    private final int together;

    private SimdContraction(Contraction contraction, SimdNests nests, SimdMembers members, boolean summed) {
        this.contraction = contraction;
        this.nests = nests;
        this.members = members;
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
        this.right = contraction.right();
        this.together = together(summed);
    }

    /** @param scalar the same in the scalar dialect, for batches of fewer rows than a tile */
    static CodeBlock print(Contraction contraction, SimdNests nests, SimdMembers members, CodeBlock scalar) {
        SimdContraction printer = new SimdContraction(contraction, nests, members, false);
        if (!printer.tile.overRows() || printer.isKept()) {
            return printer.tiles();
        }
        return CodeBlock.builder()
                .beginControlFlow("if (rows < $L)", contraction.tile().rows())
                .add(scalar)
                .nextControlFlow("else")
                .add(printer.tiles())
                .endControlFlow()
                .build();
    }

    /**
     * A contraction that adds up over the turns of {@code rows}, all of them for a panel before the next panel. Threads share all pairs of a
     * panel and a turn of the outermost loop inside it.
     */
    static CodeBlock printSummed(Contraction contraction, Axis rows, SimdNests nests, SimdMembers members) {
        SimdContraction printer = new SimdContraction(contraction, nests, members, true);
        CodeBlock turns =
                printer.together > 1 ? printer.overImagesTogether(rows) : JavaLoop.over(rows, printer.packedSums());
        CodeBlock block = CodeBlock.join(List.of(printer.panelRoom(), printer.block(turns)), "");
        if (!printer.pairs) {
            return printer.overPanels(CodeBlock.join(List.of(printer.shareOfTile(), block), ""));
        }
        return printer.overPairs(block);
    }

    private CodeBlock packedSums() {
        return CodeBlock.join(List.of(pack("0"), sums("0")), "");
    }

    /** Several small images at once: sums of few terms spend their time in getting started. */
    private CodeBlock overImagesTogether(Axis rows) {
        String index = rows.index();
        return CodeBlock.builder()
                .beginControlFlow("for (int $1L = 0; $1L < rows; $1L += $2L)", index, together)
                .addStatement("int terms = Math.min($L, rows - $L) * $L", together, index, depthLength())
                .add(packedSums())
                .endControlFlow()
                .build();
    }

    /** How many images can be taken at once, because their right sides lie behind one another. */
    private int together(boolean summed) {
        List<Run> all = Run.of(contraction.depth(), List.of(right));
        Run run = all.get(0);
        boolean behind = all.size() == 1 && right.stride(ROWS) == run.stride(right) * run.length();
        boolean few = summed && contraction.tile().places() && behind;
        return few ? Math.max(1, CHUNK / run.length()) : 1;
    }

    /** Each panel with the share that this thread has of its turns. */
    private CodeBlock overPairs(CodeBlock body) {
        Axis axis = inner.get(0);
        String turns = axis.extent().toString();
        CodeBlock share = CodeBlock.builder()
                .addStatement(
                        "int $1LFrom = Math.max(0, member.from($2L.count() * $3L) - p * $3L)",
                        axis.index(),
                        panels(),
                        turns)
                .addStatement(
                        "int $1LTo = Math.min($3L, member.to($2L.count() * $3L) - p * $3L)",
                        axis.index(),
                        panels(),
                        turns)
                .beginControlFlow("if ($1LFrom < $1LTo)", axis.index())
                .add(body)
                .endControlFlow()
                .build();
        return overPanels(share, false);
    }

    private String panels() {
        return members.panels(contraction.columns(), contraction.tile().vectors());
    }

    private CodeBlock tiles() {
        if (isKept()) {
            String kept =
                    members.kept(right.buffer(), times(rightLength(), panels() + ".width()"), packedPanels(false));
            return CodeBlock.join(List.of(CodeBlock.of("float[] right = $L;\n", kept), overPackedPanels()), "");
        }
        return images.isEmpty()
                ? overPanels(CodeBlock.join(List.of(panelRoom(), pack("0"), shareOfTile(), block(sums("0"))), ""))
                : packedBefore();
    }

    /** The panel at hand is packed, used by all rows, and forgotten. */
    private CodeBlock panelRoom() {
        return CodeBlock.of(
                "float[] right = $L.right(member, $L);\n", members.scratch(), times(rightLength(), "width"));
    }

    /** How many rows the packed right side has, for all loops that read one of their own. */
    private String rightLength() {
        List<String> factors = new ArrayList<>();
        batch.forEach(run -> factors.add(length(run)));
        factors.add(depthLength());
        return String.join(" * ", factors);
    }

    /** All panels are packed before the images begin: every image goes through all of them before the next. */
    private CodeBlock packedBefore() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement(
                        "float[] right = $L.right(member, $L * $L.width())",
                        members.scratch(),
                        rightLength(),
                        panels());
        return code.add(packedPanels(false)).add(overPackedPanels()).build();
    }

    /** Whether the right side never changes, so that its panels are packed once. */
    private boolean isKept() {
        return members.keeps(right.buffer());
    }

    /** Where the panel at hand begins among all. */
    private String panelAt() {
        return rightLength() + " * " + column() + "First";
    }

    private CodeBlock packedPanels(boolean shared) {
        return overPanels(pack(panelAt()), shared);
    }

    private CodeBlock overPackedPanels() {
        CodeBlock panel = CodeBlock.of("int panel = $L;\n", panelAt());
        CodeBlock code = overPanels(CodeBlock.join(List.of(panel, shareOfTile(), block(sums("panel"))), ""));
        for (int i = images.size() - 1; i >= 0; i--) {
            code = overImages(images.get(i), code);
        }
        return code;
    }

    private CodeBlock overImages(Axis axis, CodeBlock body) {
        if (pairs) {
            return overShareOfImages(axis, body);
        }
        return contraction.shares(axis) ? JavaLoop.overShare(axis, body) : JavaLoop.over(axis, body);
    }

    /** Whether threads share all pairs of an image and a turn of the first loop inside it, so that even a single image is shared. */
    private boolean sharesImages() {
        return !contraction.accumulate()
                && !hasMargins()
                && batch.isEmpty()
                && images.stream().anyMatch(contraction::shares);
    }

    private CodeBlock overShareOfImages(Axis images, CodeBlock body) {
        Axis axis = inner.get(0);
        String turns = axis.extent().toString();
        return CodeBlock.builder()
                .addStatement("int firstTurn = member.from($L * $L)", images.extent(), turns)
                .addStatement("int endTurn = member.to($L * $L)", images.extent(), turns)
                .beginControlFlow("for (int $1L = firstTurn / $2L; $1L * $2L < endTurn; $1L++)", images.index(), turns)
                .addStatement("int $1LFrom = Math.max(0, firstTurn - $2L * $3L)", axis.index(), images.index(), turns)
                .addStatement("int $1LTo = Math.min($3L, endTurn - $2L * $3L)", axis.index(), images.index(), turns)
                .add(body)
                .endControlFlow()
                .build();
    }

    private CodeBlock overPanels(CodeBlock body) {
        return overPanels(body, contraction.shares(contraction.columns()));
    }

    private CodeBlock overPanels(CodeBlock body, boolean shared) {
        String panels = panels();
        String from = shared ? "member.from(" + panels + ".count())" : "0";
        String to = shared ? "member.to(" + panels + ".count())" : panels + ".count()";
        return CodeBlock.builder()
                .beginControlFlow("for (int p = $L; p < $L; p++)", from, to)
                .addStatement("int $L = $L.first(p)", column() + "First", panels)
                .addStatement("int width = $L.width(p)", panels)
                .addStatement("int columns = $L.columns(p)", panels)
                .addStatement("int last = $L.last(p)", panels)
                .addStatement("boolean fits = $L.fits(p)", panels)
                .add(body)
                .endControlFlow()
                .build();
    }

    private String column() {
        return contraction.columns().index();
    }

    /** Copies the columns of a panel behind one another, term by term, for each of the loops that read a right side of their own. */
    private CodeBlock pack(String at) {
        List<Run> runs = Run.of(contraction.depth(), List.of(right));
        Run last = runs.get(runs.size() - 1);
        List<Run> before = runs.subList(0, runs.size() - 1);
        Access start = right.replace(contraction.columns(), first());
        for (Run run : before) {
            start = run.counted(start);
        }
        for (Run run : batch) {
            start = run.counted(start);
        }
        start = last.start(start);
        List<Run> loops = new ArrayList<>(batch);
        loops.addAll(before);
        String place = loops.isEmpty() ? at : plus(at, times(factor(linear(loops)), times(length(last), "width")));
        CodeBlock code = CodeBlock.of(
                "$T.panel($L, $L, $L, $L, $L, columns, width, right, $L);\n",
                SimdNames.PACK,
                right.buffer().name(),
                JavaAccess.offset(start.indices()),
                last.stride(right),
                right.stride(contraction.columns()),
                together > 1 ? "terms" : length(last),
                place);
        for (int i = loops.size() - 1; i >= 0; i--) {
            code = loop(loops.get(i), code);
        }
        return code;
    }

    /** The loop over columns, standing at the panel's first. */
    private Axis first() {
        return new Axis(column() + "First", contraction.columns().extent());
    }

    /**
     * A panel's columns of all rows of an image, or of the matrix, or of a thread's share of them: where the sums grow, {@code body}, and what
     * follows.
     */
    private CodeBlock block(CodeBlock body) {
        int apart = lastDim();
        Share share = share();
        String first = JavaAccess.offset(blockStart().indices());
        String inTarget = share.isWhole() ? first : plus(first, factor(share.first()) + " * " + apart);
        String inSums = share.isWhole() ? "0" : factor(share.first()) + " * width";
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(
                "float[] sums = fits ? $L : $L.sums(member, $L * width)",
                target.buffer().name(),
                members.scratch(),
                factor(blockRows()));
        code.addStatement("int first = fits ? $L : 0", first);
        code.addStatement("int stride = fits ? $L : width", apart);
        if (contraction.accumulate()) {
            code.beginControlFlow("if (!fits)")
                    .addStatement(
                            "$T.block($L, $L, $L, columns, $L, sums, $L, width)",
                            SimdNames.PACK,
                            target.buffer().name(),
                            inTarget,
                            apart,
                            share.rows(),
                            inSums)
                    .endControlFlow();
        } else {
            code.addStatement(
                    "$T.clear(sums, $L, stride, fits ? columns : width, $L)",
                    SimdNames.PACK,
                    share.isWhole() ? "first" : "first + " + factor(share.first()) + " * stride",
                    share.rows());
        }
        code.add(body);
        code.beginControlFlow("if (!fits)")
                .addStatement(
                        "$T.block(sums, $L, width, columns, $L, $L, $L, $L)",
                        SimdNames.PACK,
                        inSums,
                        share.rows(),
                        target.buffer().name(),
                        inTarget,
                        apart)
                .endControlFlow();
        return code.add(epilogue(share)).build();
    }

    private int lastDim() {
        return target.indices().get(target.indices().size() - 1).extent() instanceof Axis.Fixed last ? last.size() : 1;
    }

    /** Where a block begins in the target: in all dims but those over images at 0, margins and all. */
    private Access blockStart() {
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

    /** Whether the target has margins around it. */
    private boolean hasMargins() {
        return target.indices().stream().anyMatch(Index.Shifted.class::isInstance);
    }

    /** How many rows of the target's last dim a block has. */
    private String blockRows() {
        List<Index> indices = target.indices().subList(0, target.indices().size() - 1);
        return indices.stream()
                .filter(index -> images.stream().noneMatch(index::dependsOn))
                .map(index -> index.extent().toString())
                .collect(Collectors.joining(" * "));
    }

    /** Which row of its block an element of the target belongs to: {@code (h + r) * WIDTH + s}. */
    private String place(Access element) {
        List<Index> indices = element.indices().subList(0, element.indices().size() - 1);
        return JavaAccess.offset(indices.stream()
                .filter(index -> images.stream().noneMatch(index::dependsOn))
                .toList());
    }

    /**
     * What a thread computes of a block.
     *
     * @param from the first turn of the loop that threads share
     * @param first the first row of the block
     * @param rows how many
     */
    private record Share(String from, String to, String first, String rows, boolean isWhole) {}

    private Share share() {
        if (pairs) {
            Axis axis = inner.get(0);
            return share(axis.index(), blockRows().replaceFirst("^" + axis.extent() + " \\* ", ""));
        }
        boolean shared = tile.axes().stream().anyMatch(contraction::shares);
        return shared
                ? share(tile.axis().index(), rowStep() == 1 ? "" : Integer.toString(rowStep()))
                : new Share("0", length(tile), "0", blockRows(), true);
    }

    /** @param each how many rows of the block each turn has; empty for 1 */
    private static Share share(String index, String each) {
        String from = index + "From";
        String to = index + "To";
        String rows = to + " - " + from;
        return each.isEmpty()
                ? new Share(from, to, from, rows, false)
                : new Share(from, to, times(from, each), times("(" + rows + ")", each), false);
    }

    /** How many rows of a block lie from one row of the tile to the next. */
    private int rowStep() {
        return tile.stride(target) / lastDim();
    }

    /** The rows of the tile's run that a thread computes. */
    private Share shareOfRun() {
        return pairs ? new Share("0", length(tile), "0", blockRows(), true) : share();
    }

    private CodeBlock shareOfTile() {
        Share share = shareOfRun();
        String rows = length(tile);
        int height = contraction.tile().rows();
        return share.isWhole()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "int $L = member.from($L, $L);\nint $L = member.to($L, $L);\n",
                        share.from(),
                        rows,
                        height,
                        share.to(),
                        rows,
                        height);
    }

    /** The sums of a block. */
    private CodeBlock sums(String panel) {
        boolean cut = contraction.tile().places() && terms() > LONGEST;
        CodeBlock code = cut ? overPlaces(panel) : overDepth(shareOfRun(), panel);
        for (int i = batch.size() - 1; i >= 0; i--) {
            code = loop(batch.get(i), code);
        }
        CodeBlock rows = overInner(code);
        return cut
                ? CodeBlock.builder()
                        .beginControlFlow("for (int k = 0; k < $1L; k += $2L)", depthLength(), CHUNK)
                        .addStatement("int terms = Math.min($L, $L - k)", CHUNK, depthLength())
                        .add(rows)
                        .endControlFlow()
                        .build()
                : rows;
    }

    private CodeBlock overInner(CodeBlock code) {
        if (!pairs) {
            return JavaLoop.over(inner, code);
        }
        Axis axis = inner.get(0);
        JavaLoop.Range range = new JavaLoop.Range(axis.index() + "From", axis.index() + "To");
        return JavaLoop.over(axis, range, JavaLoop.over(inner.subList(1, inner.size()), code));
    }

    /** How many terms a sum has, of one image. */
    private int terms() {
        return depth.stream().mapToInt(Run::length).reduce(1, Math::multiplyExact);
    }

    /** A part of the places: so many that what is packed of them stays in the first cache while all rows use it. */
    private CodeBlock overPlaces(String panel) {
        String before = batch.isEmpty() ? "" : times(factor(linear(batch)), depthLength());
        return rowsOfTiles(shareOfRun(), leftStart(depth), "terms", packed(panel, join(before, "k")), table() + ", k");
    }

    private CodeBlock overDepth(Share share, String panel) {
        String before = batch.isEmpty() ? "" : times(factor(linear(batch)), depthLength());
        if (contraction.tile().places()) {
            String terms = together > 1 ? "terms" : depthLength();
            return rowsOfTiles(share, leftStart(depth), terms, packed(panel, before), table() + ", 0");
        }
        Run last = depth.get(depth.size() - 1);
        List<Run> outer = depth.subList(0, depth.size() - 1);
        Access start = leftAt(outer);
        String terms = join(before, outer.isEmpty() ? "" : times(factor(linear(outer)), length(last)));
        boolean cut = last.overRows() || last.length() > LONGEST;
        CodeBlock body;
        if (cut) {
            String index = last.axis().index();
            body = CodeBlock.builder()
                    .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += $3L)", index, length(last), CHUNK)
                    .addStatement("int terms = Math.min($L, $L - $L)", CHUNK, length(last), index)
                    .add(rowsOfTiles(share, last.counted(start), "terms", packed(panel, join(terms, index)), ""))
                    .endControlFlow()
                    .build();
        } else {
            body = rowsOfTiles(share, last.start(start), length(last), packed(panel, terms), "");
        }
        for (int i = outer.size() - 1; i >= 0; i--) {
            body = loop(outer.get(i), body);
        }
        return body;
    }

    private static String join(String left, String right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : left + " + " + right;
    }

    /** Where the packed terms begin. */
    private static String packed(String panel, String terms) {
        return terms.isEmpty() ? panel : plus(panel, times(factor(terms), "width"));
    }

    private Access leftAt(List<Run> counted) {
        Access start = tile.start(left);
        for (Run run : counted) {
            start = run.counted(start);
        }
        return start;
    }

    private Access leftStart(List<Run> dropped) {
        Access start = tile.start(left);
        for (Run run : dropped) {
            start = run.start(start);
        }
        return start;
    }

    private String table() {
        Run last = depth.get(depth.size() - 1);
        Run before = depth.get(depth.size() - 2);
        if (depth.size() > 2) {
            throw new IllegalStateException("places of more than two runs: " + contraction);
        }
        return members.places(
                together, left.stride(ROWS), before.length(), before.stride(left), last.length(), last.stride(left));
    }

    /** Tiles of full height, and for the rows that are left over one that is lower. */
    private CodeBlock rowsOfTiles(Share share, Access start, String terms, String at, String table) {
        int height = contraction.tile().rows();
        String place = place(batchAt(tile.start(target)));
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int from = $L", JavaAccess.offset(start.indices()));
        code.addStatement("int at = $L", at);
        code.addStatement("int to = $L", place.equals("0") ? "first" : "first + (" + place + ") * stride");
        code.addStatement("int row = $L", share.from());
        boolean fixed = !tile.overRows() && share.isWhole();
        int left = fixed ? tile.length() % height : 1;
        if (!fixed || tile.length() >= height) {
            code.beginControlFlow("for (; row + $L <= $L; row += $L)", height, share.to(), height)
                    .add(call(height, terms, table))
                    .endControlFlow();
        }
        if (fixed && left > 0) {
            code.add(call(left, terms, table));
        } else if (!fixed) {
            code.beginControlFlow("for (; row < $L; row++)", share.to())
                    .add(call(1, terms, table))
                    .endControlFlow();
        }
        return code.build();
    }

    private Access batchAt(Access access) {
        Access counted = access;
        for (Run run : batch) {
            counted = run.counted(counted);
        }
        return counted;
    }

    private CodeBlock call(int height, String terms, String table) {
        Run inner = depth.get(depth.size() - 1);
        int step = table.isEmpty() ? inner.stride(left) : 0;
        SimdTiles.Cut cut = new SimdTiles.Cut(height, height == 1 ? 0 : tile.stride(left), step);
        String method = members.tiles().method(cut, contraction.tile().vectors());
        String places = table.isEmpty() ? "" : table + ", ";
        int apart = tile.stride(left);
        String between = rowStep() == 1 ? "stride" : rowStep() + " * stride";
        return CodeBlock.of(
                "$1L($2L$3L, from + row$4L, right, at, $5L, sums, to + row * $6L, $6L, last, width);\n",
                method,
                places,
                left.buffer().name(),
                apart == 1 ? "" : " * " + apart,
                terms,
                between);
    }

    /** What follows each element of the result, while it is in the cache. */
    private CodeBlock epilogue(Share share) {
        if (contraction.epilogue().isEmpty()) {
            return CodeBlock.of("");
        }
        String first = column() + "First";
        CodeBlock columns = nests.loop(
                contraction.columns(), new JavaLoop.Range(first, first + " + columns"), contraction.epilogue());
        if (pairs) {
            CodeBlock inside = JavaLoop.over(inner.subList(1, inner.size()), JavaLoop.over(tile.axes(), columns));
            return JavaLoop.over(inner.get(0), new JavaLoop.Range(share.from(), share.to()), inside);
        }
        CodeBlock rows = share.isWhole()
                ? JavaLoop.over(tile.axes(), columns)
                : JavaLoop.over(tile.axis(), new JavaLoop.Range(share.from(), share.to()), columns);
        return JavaLoop.over(inner, rows);
    }

    private static CodeBlock loop(Run run, CodeBlock body) {
        return JavaLoop.over(
                run.axis(),
                new JavaLoop.Range(
                        "0", run.axes().size() == 1 ? run.axis().extent().toString() : length(run)),
                body);
    }

    /** {@code r * CHANNELS + c}: which of all turns of some loops inside each other. */
    private static String linear(List<Run> runs) {
        String linear = "";
        for (Run run : runs) {
            linear = linear.isEmpty()
                    ? run.axis().index()
                    : factor(linear) + " * " + length(run) + " + " + run.axis().index();
        }
        return linear;
    }

    /** How many terms a sum has. */
    private String depthLength() {
        return depth.stream().map(SimdContraction::length).collect(Collectors.joining(" * "));
    }

    private static String length(Run run) {
        return run.axes().stream().map(axis -> axis.extent().toString()).collect(Collectors.joining(" * "));
    }

    private static String times(String left, String right) {
        return left + " * " + right;
    }

    private static String plus(String left, String right) {
        return left.equals("0") ? right : left + " + " + right;
    }

    private static String factor(String text) {
        return text.contains(" + ") ? "(" + text + ")" : text;
    }
}
