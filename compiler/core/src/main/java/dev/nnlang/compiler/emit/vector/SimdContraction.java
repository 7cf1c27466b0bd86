package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Run;
import dev.nnlang.compiler.program.Tile;
import java.util.List;

/**
 * Prints a contraction in the SIMD dialect: the right side is packed panel by panel, then tiles of rows run through each panel. The sums grow in
 * the target itself or, where a panel reaches beyond the last column, beside it.
 */
public final class SimdContraction {

    /** So many tiles' rows go through all panels together: few enough to stay in the second cache, enough to make up for each panel's way there. */
    private static final int TILES = 8;

    private final SimdLayout layout;
    private final SimdPanels panels;
    private final SimdSums sums;
    private final SimdBlock block;
    private final SimdMembers members;

    private SimdContraction(Contraction contraction, boolean summed, SimdNests nests, SimdMembers members) {
        this.layout = new SimdLayout(contraction, summed);
        this.panels = new SimdPanels(layout, members);
        this.sums = new SimdSums(layout, members);
        this.block = new SimdBlock(layout, panels, sums, nests, members);
        this.members = members;
    }

    /** @param scalar the same in the scalar dialect, for batches of fewer rows than a tile */
    static CodeBlock print(Contraction contraction, SimdNests nests, SimdMembers members, CodeBlock scalar) {
        SimdContraction printer = new SimdContraction(contraction, false, nests, members);
        if (contraction.tile().way() == Tile.Way.WINOGRAD) {
            return new SimdWinograd(printer.layout, printer.panels, printer.block, members).print();
        }
        if (!printer.layout.tile.overRows() || printer.panels.isKept()) {
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
        SimdContraction printer = new SimdContraction(contraction, true, nests, members);
        if (contraction.tile().way() == Tile.Way.WINOGRAD) {
            return new SimdWinogradWeights(printer.layout, printer.panels, members).print();
        }
        CodeBlock turns = printer.layout.together > 1
                ? printer.overImagesTogether(rows)
                : JavaLoop.over(rows, printer.packedSums());
        CodeBlock block = CodeBlock.join(List.of(printer.panels.panelRoom(), printer.block.around(turns)), "");
        if (!printer.layout.pairs) {
            return printer.panels.overPanels(CodeBlock.join(List.of(printer.shareOfTile(), block), ""));
        }
        return printer.overPairs(block);
    }

    private CodeBlock packedSums() {
        return CodeBlock.join(List.of(panels.pack("0"), sums.sums("0")), "");
    }

    /** Several small images at once: sums of few terms spend their time in getting started. */
    private CodeBlock overImagesTogether(Axis rows) {
        String index = rows.index();
        return CodeBlock.builder()
                .beginControlFlow("for (int $1L = 0; $1L < rows; $1L += $2L)", index, layout.together)
                .addStatement("int terms = Math.min($L, rows - $L) * $L", layout.together, index, layout.depthLength())
                .add(packedSums())
                .endControlFlow()
                .build();
    }

    /** Each panel with the share that this thread has of its turns. */
    private CodeBlock overPairs(CodeBlock body) {
        if (layout.flat) {
            return overTiles(body);
        }
        Axis axis = layout.inner.get(0);
        String turns = axis.extent().toString();
        CodeBlock share = CodeBlock.builder()
                .addStatement(
                        "int $1LFrom = Math.max(0, member.from($2L.count() * $3L) - p * $3L)",
                        axis.index(),
                        panels.panels(),
                        turns)
                .addStatement(
                        "int $1LTo = Math.min($3L, member.to($2L.count() * $3L) - p * $3L)",
                        axis.index(),
                        panels.panels(),
                        turns)
                .beginControlFlow("if ($1LFrom < $1LTo)", axis.index())
                .add(body)
                .endControlFlow()
                .build();
        return panels.overPanels(share, false);
    }

    /** Each panel with the share that this thread has of its tiles: rows of the block from one tile's first on. */
    private CodeBlock overTiles(CodeBlock body) {
        String tiles = RunCode.times(layout.inner.get(0).extent().toString(), Integer.toString(layout.tiles()));
        String all = RunCode.times(panels.panels() + ".count()", tiles);
        String length = RunCode.length(layout.tile);
        int height = layout.contraction.tile().rows();
        CodeBlock share = CodeBlock.builder()
                .addStatement("int firstTile = Math.max(0, member.from($L) - p * $L)", all, tiles)
                .addStatement("int endTile = Math.min($L, member.to($L) - p * $L)", tiles, all, tiles)
                .beginControlFlow("if (firstTile < endTile)")
                .addStatement("int firstRow = $T.row(firstTile, $L, $L)", SimdNames.PACK, length, height)
                .addStatement("int endRow = $T.row(endTile, $L, $L)", SimdNames.PACK, length, height)
                .add(body)
                .endControlFlow()
                .build();
        return panels.overPanels(share, false);
    }

    private CodeBlock tiles() {
        if (panels.isKept()) {
            String kept = members.kept(
                    layout.right.buffer(),
                    CodeBlock.of("$L * $L.width()", layout.rightLength(), panels.panels()),
                    panels.packedPanels(false));
            return CodeBlock.join(
                    List.of(CodeBlock.of("float[] right = $L;\n", kept), overPackedPanels(shareOfTile())), "");
        }
        if (layout.packsLeft) {
            return blocksOfRows();
        }
        return layout.images.isEmpty()
                ? panels.overPanels(CodeBlock.join(
                        List.of(panels.panelRoom(), panels.pack("0"), shareOfTile(), block.around(sums.sums("0"))), ""))
                : packedBefore();
    }

    /** Some rows of a thread's share, packed tile by tile, go through all panels before the next: what they write stays in the cache. */
    private CodeBlock blocksOfRows() {
        SimdLayout.Share share = layout.shareOfTile();
        int height = layout.contraction.tile().rows();
        int most = TILES * height;
        Run terms = layout.depth.get(0);
        String length = RunCode.length(terms);
        CodeBlock pack = CodeBlock.of(
                "$T.tiles($L, $L, $L, endRow - firstRow, $L, $L, left);\n",
                SimdNames.PACK,
                layout.left.buffer().name(),
                RunCode.plus(JavaAccess.offset(layout.leftStart(layout.depth).indices()), "firstRow"),
                terms.stride(layout.left),
                length,
                height);
        return CodeBlock.builder()
                .add(shareOfTile())
                .add(packedRight())
                .addStatement("float[] left = $L.left(member, $L * $L)", members.scratch(), most, length)
                .beginControlFlow(
                        "for (int firstRow = $L; firstRow < $L; firstRow += $L)", share.from(), share.to(), most)
                .addStatement("int endRow = Math.min($L, firstRow + $L)", share.to(), most)
                .add(pack)
                .add(layout.contraction.kept() ? overPackedPanels(CodeBlock.of("")) : block.overGroups(most))
                .endControlFlow()
                .build();
    }

    /** All panels are packed before the images begin: every image goes through all of them before the next. */
    private CodeBlock packedBefore() {
        return CodeBlock.join(List.of(packedRight(), overPackedPanels(shareOfTile())), "");
    }

    private CodeBlock packedRight() {
        return CodeBlock.builder()
                .addStatement(
                        "float[] right = $L.right(member, $L * $L.width())",
                        members.scratch(),
                        layout.rightLength(),
                        panels.panels())
                .add(panels.packedPanels(false))
                .build();
    }

    private CodeBlock overPackedPanels(CodeBlock share) {
        CodeBlock panel = CodeBlock.of("int panel = $L;\n", panels.panelAt());
        CodeBlock code = panels.overPanels(CodeBlock.join(List.of(panel, share, block.around(sums.sums("panel"))), ""));
        for (int i = layout.images.size() - 1; i >= 0; i--) {
            code = overImages(layout.images.get(i), code);
        }
        return code;
    }

    private CodeBlock overImages(Axis axis, CodeBlock body) {
        if (layout.pairs) {
            return overShareOfImages(axis, body);
        }
        return layout.contraction.shares(axis) ? JavaLoop.overShare(axis, body) : JavaLoop.over(axis, body);
    }

    private CodeBlock overShareOfImages(Axis rows, CodeBlock body) {
        Axis axis = layout.inner.get(0);
        String turns = axis.extent().toString();
        return CodeBlock.builder()
                .addStatement("int firstTurn = member.from($L * $L)", rows.extent(), turns)
                .addStatement("int endTurn = member.to($L * $L)", rows.extent(), turns)
                .beginControlFlow("for (int $1L = firstTurn / $2L; $1L * $2L < endTurn; $1L++)", rows.index(), turns)
                .addStatement("int $1LFrom = Math.max(0, firstTurn - $2L * $3L)", axis.index(), rows.index(), turns)
                .addStatement("int $1LTo = Math.min($3L, endTurn - $2L * $3L)", axis.index(), rows.index(), turns)
                .add(body)
                .endControlFlow()
                .build();
    }

    private CodeBlock shareOfTile() {
        SimdLayout.Share share = layout.packsLeft ? layout.shareOfTile() : layout.shareOfRun();
        String rows = RunCode.length(layout.tile);
        int height = layout.contraction.tile().rows();
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
}
