package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
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

    private final Contraction contraction;
    private final SimdNests nests;
    private final SimdMembers members;
    private final Run tile;
    private final List<Axis> outer;
    private final List<Run> batch;
    private final List<Run> depth;
    private final Access left;
    private final Access target;
    private final Access right;

    private SimdContraction(Contraction contraction, SimdNests nests, SimdMembers members) {
        this.contraction = contraction;
        this.nests = nests;
        this.members = members;
        this.tile = contraction.tileRun().orElseThrow();
        this.batch = contraction.rowRuns().stream()
                .filter(run -> run.stride(contraction.right()) != 0)
                .toList();
        this.outer = contraction.rows().stream()
                .filter(axis -> !axis.isSingle())
                .filter(axis -> !tile.axes().contains(axis))
                .filter(axis -> batch.stream().noneMatch(run -> run.axes().contains(axis)))
                .toList();
        this.depth = contraction.depthRuns();
        this.left = contraction.left();
        this.target = contraction.target();
        this.right = contraction.right();
    }

    /** @param scalar the same in the scalar dialect, for batches of fewer rows than a tile */
    static CodeBlock print(Contraction contraction, SimdNests nests, SimdMembers members, CodeBlock scalar) {
        SimdContraction printer = new SimdContraction(contraction, nests, members);
        if (!printer.tile.overRows()) {
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

    private String panels() {
        return members.panels(contraction.columns(), contraction.tile().vectors());
    }

    private CodeBlock tiles() {
        return outer.isEmpty() ? overPanels(CodeBlock.join(List.of(ownPanel(), block()), "")) : packedBefore();
    }

    /** The panel at hand is packed, used by all rows, and forgotten. */
    private CodeBlock ownPanel() {
        return CodeBlock.builder()
                .addStatement("float[] right = $L.right(member, $L)", members.scratch(), times(depthLength(), "width"))
                .add(pack("0"))
                .build();
    }

    /** All panels are packed before the rows begin. */
    private CodeBlock packedBefore() {
        String wide = panels() + ".width()";
        List<String> factors = new ArrayList<>();
        batch.forEach(run -> factors.add(length(run)));
        factors.add(depthLength());
        factors.add(wide);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("float[] right = $L.right(member, $L)", members.scratch(), String.join(" * ", factors));
        code.add(overBatch(overPanels(pack(packedAt()))));
        CodeBlock body = CodeBlock.join(List.of(CodeBlock.of("int panel = $L;\n", packedAt()), block()), "");
        CodeBlock rows = overBatch(overPanels(body, contraction.shares(contraction.columns())));
        // The outermost first: an image goes through all panels before the next.
        for (int i = outer.size() - 1; i >= 0; i--) {
            rows = over(outer.get(i), rows);
        }
        return code.add(rows).build();
    }

    private CodeBlock over(Axis axis, CodeBlock body) {
        return contraction.shares(axis) ? JavaLoop.overShare(axis, body) : JavaLoop.over(axis, body);
    }

    private CodeBlock overBatch(CodeBlock body) {
        CodeBlock code = body;
        for (int i = batch.size() - 1; i >= 0; i--) {
            code = JavaLoop.over(batch.get(i).axes(), code);
        }
        return code;
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
                .add(body)
                .endControlFlow()
                .build();
    }

    private String column() {
        return contraction.columns().index();
    }

    /** Where the panel at hand begins among all packed ones. */
    private String packedAt() {
        String before = "0";
        for (Run run : batch) {
            before = before.equals("0")
                    ? run.axis().index()
                    : "(" + before + ") * " + length(run) + " + " + run.axis().index();
        }
        String own = times(depthLength(), column() + "First");
        return batch.isEmpty() ? own : "(" + before + ") * " + depthLength() + " * " + panels() + ".width() + " + own;
    }

    /** Copies the columns of a panel behind one another, term by term. */
    private CodeBlock pack(String at) {
        List<Run> runs = Run.of(contraction.depth(), List.of(right));
        Run inner = runs.get(runs.size() - 1);
        List<Run> before = runs.subList(0, runs.size() - 1);
        Access start = right.replace(contraction.columns(), first());
        for (Run run : before) {
            start = run.counted(start);
        }
        start = inner.start(start);
        String place = at;
        if (!before.isEmpty()) {
            place = plus(at, times(factor(linear(before)), times(length(inner), "width")));
        }
        CodeBlock call = CodeBlock.of(
                "$T.panel($L, $L, $L, $L, $L, columns, width, right, $L);\n",
                SimdNames.PACK,
                right.buffer().name(),
                JavaAccess.offset(start.indices()),
                inner.stride(right),
                right.stride(contraction.columns()),
                length(inner),
                place);
        CodeBlock code = call;
        for (int i = before.size() - 1; i >= 0; i--) {
            code = loop(before.get(i), code);
        }
        return code;
    }

    /** The loop over columns, standing at the panel's first. */
    private Axis first() {
        return new Axis(column() + "First", contraction.columns().extent());
    }

    /** All rows of the tile's run, one panel. */
    private CodeBlock block() {
        String rows = length(tile);
        String columns = column() + "First";
        CodeBlock.Builder code = CodeBlock.builder();
        Access place = tile.start(target).replace(contraction.columns(), first());
        code.addStatement("boolean whole = columns == width");
        code.addStatement(
                "float[] sums = whole ? $L : $L.sums(member, $L)",
                target.buffer().name(),
                members.scratch(),
                times(factor(rows), "width"));
        code.addStatement("int to = whole ? $L : 0", JavaAccess.offset(place.indices()));
        code.addStatement("int stride = whole ? $L : width", tile.stride(target));
        Share share = share();
        if (contraction.accumulate()) {
            code.beginControlFlow("if (!whole)")
                    .addStatement(
                            "$T.block($L, $L, $L, columns, $L, sums, 0, width)",
                            SimdNames.PACK,
                            target.buffer().name(),
                            JavaAccess.offset(place.indices()),
                            tile.stride(target),
                            rows)
                    .endControlFlow();
        } else {
            code.addStatement(
                    "$T.clear(sums, $L, stride, width, $L)",
                    SimdNames.PACK,
                    share.isWhole() ? "to" : "to + " + share.from() + " * stride",
                    share.isWhole() ? rows : share.to() + " - " + share.from());
        }
        code.add(overDepth(share));
        code.beginControlFlow("if (!whole)")
                .addStatement(
                        "$T.block(sums, $L, width, columns, $L, $L, $L, $L)",
                        SimdNames.PACK,
                        share.isWhole() ? "0" : share.from() + " * width",
                        share.isWhole() ? rows : share.to() + " - " + share.from(),
                        target.buffer().name(),
                        JavaAccess.offset(place.indices())
                                + (share.isWhole() ? "" : " + " + share.from() + " * " + tile.stride(target)),
                        tile.stride(target))
                .endControlFlow();
        code.add(epilogue());
        CodeBlock declared = share.isWhole()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "int $L = member.from($L, $L);\nint $L = member.to($L, $L);\n",
                        share.from(),
                        rows,
                        contraction.tile().rows(),
                        share.to(),
                        rows,
                        contraction.tile().rows());
        return CodeBlock.join(List.of(declared, code.build()), "");
    }

    /** The rows of the tile's run that a thread computes. */
    private record Share(String from, String to, boolean isWhole) {}

    private Share share() {
        boolean shared = tile.axes().stream().anyMatch(contraction::shares);
        String index = tile.axis().index();
        return shared ? new Share(index + "From", index + "To", false) : new Share("0", length(tile), true);
    }

    private CodeBlock overDepth(Share share) {
        if (contraction.tile().places()) {
            return rowsOfTiles(share, leftStart(depth), depthLength(), "0", table());
        }
        Run inner = depth.get(depth.size() - 1);
        List<Run> before = depth.subList(0, depth.size() - 1);
        Access start = leftAt(before);
        String packed = before.isEmpty() ? "" : times(factor(linear(before)), length(inner));
        boolean cut = inner.overRows() || inner.length() > LONGEST;
        CodeBlock body;
        if (cut) {
            String index = inner.axis().index();
            start = inner.counted(start);
            String at = packed.isEmpty() ? index : packed + " + " + index;
            body = CodeBlock.builder()
                    .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += $3L)", index, length(inner), CHUNK)
                    .addStatement("int terms = Math.min($L, $L - $L)", CHUNK, length(inner), index)
                    .add(rowsOfTiles(share, start, "terms", at, ""))
                    .endControlFlow()
                    .build();
        } else {
            start = inner.start(start);
            body = rowsOfTiles(share, start, length(inner), packed.isEmpty() ? "0" : packed, "");
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            body = loop(before.get(i), body);
        }
        return body;
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
        Run inner = depth.get(depth.size() - 1);
        Run before = depth.get(depth.size() - 2);
        if (depth.size() > 2) {
            throw new IllegalStateException("places of more than two runs: " + contraction);
        }
        return members.places(before.length(), before.stride(left), inner.length(), inner.stride(left));
    }

    /** Tiles of full height, and for the rows that are left over one that is lower. */
    private CodeBlock rowsOfTiles(Share share, Access start, String terms, String packed, String table) {
        int height = contraction.tile().rows();
        String row = "row";
        String at = packed.equals("0") ? panelStart() : plus(panelStart(), times(factor(packed), "width"));
        String from = JavaAccess.offset(start.indices());
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int from = $L", from);
        code.addStatement("int at = $L", at);
        boolean fixed = !tile.overRows() && share.isWhole();
        int left = fixed ? tile.length() % height : 1;
        code.addStatement("int row = $L", share.from());
        if (!fixed || tile.length() >= height) {
            code.beginControlFlow("for (; row + $L <= $L; row += $L)", height, share.to(), height)
                    .add(call(height, terms, table))
                    .endControlFlow();
        }
        if (fixed && left > 0) {
            code.add(call(left, terms, table));
        } else if (!fixed) {
            code.beginControlFlow("for (; $1L < $2L; $1L++)", row, share.to())
                    .add(call(1, terms, table))
                    .endControlFlow();
        }
        return CodeBlock.builder().add(code.build()).build();
    }

    private CodeBlock call(int height, String terms, String table) {
        Run inner = depth.get(depth.size() - 1);
        int step = table.isEmpty() ? inner.stride(left) : 0;
        SimdTiles.Cut cut = new SimdTiles.Cut(height, height == 1 ? 0 : tile.stride(left), step);
        String method = members.tiles().method(cut, contraction.tile().vectors());
        String places = table.isEmpty() ? "" : table + ", 0, ";
        int apart = tile.stride(left);
        return CodeBlock.of(
                "$L($L$L, from + row$L, right, at, $L, sums, to + row * stride, stride, width);\n",
                method,
                places,
                left.buffer().name(),
                apart == 1 ? "" : " * " + apart,
                terms);
    }

    private String panelStart() {
        return outer.isEmpty() ? "0" : "panel";
    }

    /** What follows each element of the result, while its panel is in the cache. */
    private CodeBlock epilogue() {
        if (contraction.epilogue().isEmpty()) {
            return CodeBlock.of("");
        }
        String first = column() + "First";
        CodeBlock columns = nests.loop(
                contraction.columns(), new JavaLoop.Range(first, first + " + columns"), contraction.epilogue());
        Share share = share();
        if (!share.isWhole()) {
            return JavaLoop.over(tile.axis(), new JavaLoop.Range(share.from(), share.to()), columns);
        }
        return JavaLoop.over(tile.axes(), columns);
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
