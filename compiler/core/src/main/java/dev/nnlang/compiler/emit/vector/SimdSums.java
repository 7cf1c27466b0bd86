package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Run;
import dev.nnlang.compiler.program.Tile;
import java.util.List;

/** The sums of a block: the loops over terms, and in them those over tiles of rows. */
public final class SimdSums {

    /** Longer sums are cut. */
    private static final int LONGEST = 384;

    private final SimdLayout layout;
    private final SimdMembers members;

    SimdSums(SimdLayout layout, SimdMembers members) {
        this.layout = layout;
        this.members = members;
    }

    /** The sums of a block. */
    CodeBlock sums(String panel) {
        boolean cut = layout.contraction.tile().places() && layout.terms() > LONGEST;
        CodeBlock code = cut ? overPlaces(panel) : overDepth(layout.shareOfRun(), panel);
        for (int i = layout.batch.size() - 1; i >= 0; i--) {
            code = RunCode.loop(layout.batch.get(i), code);
        }
        CodeBlock rows = overInner(code);
        return cut
                ? CodeBlock.builder()
                        .beginControlFlow("for (int k = 0; k < $1L; k += $2L)", layout.depthLength(), SimdLayout.CHUNK)
                        .addStatement("int terms = Math.min($L, $L - k)", SimdLayout.CHUNK, layout.depthLength())
                        .add(rows)
                        .endControlFlow()
                        .build()
                : rows;
    }

    private CodeBlock overInner(CodeBlock code) {
        if (!layout.pairs) {
            return JavaLoop.over(layout.inner, code);
        }
        if (layout.flat) {
            return overTurnsOfTiles(code);
        }
        Axis axis = layout.inner.get(0);
        JavaLoop.Range range = new JavaLoop.Range(axis.index() + "From", axis.index() + "To");
        return JavaLoop.over(axis, range, JavaLoop.over(layout.inner.subList(1, layout.inner.size()), code));
    }

    /** The turns that a thread's tiles belong to, the first and the last perhaps in part. */
    private CodeBlock overTurnsOfTiles(CodeBlock code) {
        String index = layout.inner.get(0).index();
        String length = RunCode.length(layout.tile);
        return CodeBlock.builder()
                .beginControlFlow("for (int $1L = firstRow / ($2L); $1L * $2L < endRow; $1L++)", index, length)
                .addStatement("int rowFrom = Math.max(0, firstRow - $L * $L)", index, length)
                .addStatement("int rowTo = Math.min($L, endRow - $L * $L)", length, index, length)
                .add(code)
                .endControlFlow()
                .build();
    }

    /** A part of the places: so many that what is packed of them stays in the first cache while all rows use it. */
    private CodeBlock overPlaces(String panel) {
        String before = layout.batch.isEmpty()
                ? ""
                : RunCode.times(RunCode.factor(RunCode.linear(layout.batch)), layout.depthLength());
        return rowsOfTiles(
                layout.shareOfRun(),
                layout.leftStart(layout.depth),
                "terms",
                packed(panel, RunCode.join(before, "k")),
                table() + ", k");
    }

    private CodeBlock overDepth(SimdLayout.Share share, String panel) {
        String before = layout.batch.isEmpty()
                ? ""
                : RunCode.times(RunCode.factor(RunCode.linear(layout.batch)), layout.depthLength());
        if (layout.contraction.tile().places()) {
            String terms = layout.together > 1 ? "terms" : layout.depthLength();
            return rowsOfTiles(share, layout.leftStart(layout.depth), terms, packed(panel, before), table() + ", 0");
        }
        Run last = layout.depth.get(layout.depth.size() - 1);
        List<Run> outer = layout.depth.subList(0, layout.depth.size() - 1);
        Access start = layout.leftAt(outer);
        String terms = RunCode.join(
                before,
                outer.isEmpty() ? "" : RunCode.times(RunCode.factor(RunCode.linear(outer)), RunCode.length(last)));
        boolean cut = last.overRows() || last.length() > LONGEST;
        CodeBlock body;
        if (cut) {
            String index = last.axis().index();
            body = CodeBlock.builder()
                    .beginControlFlow(
                            "for (int $1L = 0; $1L < $2L; $1L += $3L)", index, RunCode.length(last), SimdLayout.CHUNK)
                    .addStatement("int terms = Math.min($L, $L - $L)", SimdLayout.CHUNK, RunCode.length(last), index)
                    .add(rowsOfTiles(
                            share, last.counted(start), "terms", packed(panel, RunCode.join(terms, index)), ""))
                    .endControlFlow()
                    .build();
        } else {
            body = rowsOfTiles(share, last.start(start), RunCode.length(last), packed(panel, terms), "");
        }
        for (int i = outer.size() - 1; i >= 0; i--) {
            body = RunCode.loop(outer.get(i), body);
        }
        return body;
    }

    /** Where the packed terms begin. */
    private static String packed(String panel, String terms) {
        return terms.isEmpty() ? panel : RunCode.plus(panel, RunCode.times(RunCode.factor(terms), "width"));
    }

    private String table() {
        Run last = layout.depth.get(layout.depth.size() - 1);
        Run before = layout.depth.get(layout.depth.size() - 2);
        if (layout.depth.size() > 2) {
            throw new IllegalStateException("places of more than two runs: " + layout.contraction);
        }
        return members.places(
                layout.together,
                layout.left.stride(SimdLayout.ROWS),
                before.length(),
                before.stride(layout.left),
                last.length(),
                last.stride(layout.left));
    }

    /** Tiles of full height, and for the rows that are left over one that is lower. */
    private CodeBlock rowsOfTiles(SimdLayout.Share share, Access start, String terms, String at, String table) {
        int height = layout.contraction.tile().rows();
        String place = layout.place(layout.batchAt(layout.tile.start(layout.target)));
        CodeBlock.Builder code = CodeBlock.builder();
        if (!layout.packsLeft) {
            code.addStatement("int from = $L", JavaAccess.offset(start.indices()));
        }
        code.addStatement("int at = $L", at);
        code.addStatement("int to = $L", place.equals("0") ? "first" : "first + (" + place + ") * stride");
        code.addStatement("int row = $L", share.from());
        if (layout.tile.overRows() || layout.tile.length() >= height) {
            code.beginControlFlow("for (; row + $L <= $L; row += $L)", height, share.to(), height)
                    .add(call(height, terms, table))
                    .endControlFlow();
        }
        return code.add(
                        layout.tile.overRows()
                                ? restOfBatch(height, share, terms, table)
                                : fixedRest(layout.tile.length() % height, share, terms, table))
                .build();
    }

    /** Shares begin at multiples of a tile's height: only one of them has what is left over. */
    private CodeBlock fixedRest(int rest, SimdLayout.Share share, String terms, String table) {
        if (rest == 0) {
            return CodeBlock.of("");
        }
        CodeBlock call = call(rest, terms, table);
        return share.isWhole()
                ? call
                : CodeBlock.builder()
                        .beginControlFlow("if (row < $L)", share.to())
                        .add(call)
                        .endControlFlow()
                        .build();
    }

    private CodeBlock restOfBatch(int height, SimdLayout.Share share, String terms, String table) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (height == Tile.HIGHEST) {
            int half = Tile.HALF;
            code.beginControlFlow("if (row + $L <= $L)", half, share.to())
                    .add(call(half, terms, table))
                    .addStatement("row += $L", half)
                    .endControlFlow();
        }
        return code.beginControlFlow("for (; row < $L; row++)", share.to())
                .add(call(1, terms, table))
                .endControlFlow()
                .build();
    }

    private CodeBlock call(int height, String terms, String table) {
        String between = layout.rowStep() == 1 ? "stride" : layout.rowStep() + " * stride";
        String result = CodeBlock.of("right, at, $1L, sums, to + row * $2L, $2L, last, width", terms, between)
                .toString();
        Run run = layout.depth.get(layout.depth.size() - 1);
        if (layout.packsLeft) {
            String method = members.tiles()
                    .method(
                            new SimdTiles.Cut(height, height == 1 ? 0 : 1, height),
                            layout.contraction.tile().vectors());
            return CodeBlock.of("$L(left, $L, $L);\n", method, packedPlace(run, height, terms), result);
        }
        int step = table.isEmpty() ? run.stride(layout.left) : 0;
        SimdTiles.Cut cut = new SimdTiles.Cut(height, height == 1 ? 0 : layout.tile.stride(layout.left), step);
        String method = members.tiles().method(cut, layout.contraction.tile().vectors());
        String places = table.isEmpty() ? "" : table + ", ";
        int apart = layout.tile.stride(layout.left);
        return CodeBlock.of(
                "$L($L$L, from + row$L, $L);\n",
                method,
                places,
                layout.left.buffer().name(),
                apart == 1 ? "" : " * " + apart,
                result);
    }

    /** Where the terms of a tile lie that has been packed; {@code terms} is their number or, if sums are cut, only a part's. */
    private String packedPlace(Run run, int height, String terms) {
        SimdLayout.Share share = layout.share();
        String row = share.isWhole() ? "row" : "(row - " + share.from() + ")";
        String tile = RunCode.times(row, RunCode.length(run));
        boolean cut = terms.equals("terms");
        return cut ? tile + " + " + run.axis().index() + " * " + height : tile;
    }
}
