package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the sums of some rows and a panel's columns grow, and what follows them while they are in the cache. */
public final class SimdBlock {

    /** So many panels' sums are used up together: few enough to stay in the second cache, and what they change lies in long pieces of memory. */
    private static final int GROUP = 16;

    private final SimdLayout layout;
    private final SimdPanels panels;
    private final SimdSums sums;
    private final SimdNests nests;
    private final SimdMembers members;

    SimdBlock(SimdLayout layout, SimdPanels panels, SimdSums sums, SimdNests nests, SimdMembers members) {
        this.layout = layout;
        this.panels = panels;
        this.sums = sums;
        this.nests = nests;
        this.members = members;
    }

    /**
     * A panel's columns of all rows of an image, or of the matrix, or of a thread's share of them: where the sums grow, {@code body}, and what
     * follows.
     */
    CodeBlock around(CodeBlock body) {
        SimdLayout.Share share = layout.share();
        if (!layout.contraction.kept()) {
            return usedUp(share, body);
        }
        int apart = layout.lastDim();
        String first = JavaAccess.offset(layout.blockStart().indices());
        String inTarget = share.isWhole() ? first : RunCode.plus(first, RunCode.factor(share.first()) + " * " + apart);
        String inSums = share.isWhole() ? "0" : RunCode.factor(share.first()) + " * width";
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(
                "float[] sums = fits ? $L : $L.sums(member, $L * width)",
                layout.target.buffer().name(),
                members.scratch(),
                RunCode.factor(layout.blockRows()));
        code.addStatement("int first = fits ? $L : 0", first);
        code.addStatement("int stride = fits ? $L : width", apart);
        if (layout.contraction.accumulate()) {
            code.beginControlFlow("if (!fits)")
                    .addStatement(
                            "$T.block($L, $L, $L, columns, $L, sums, $L, width)",
                            SimdNames.PACK,
                            layout.target.buffer().name(),
                            inTarget,
                            apart,
                            share.rows(),
                            inSums)
                    .endControlFlow();
        } else {
            code.addStatement(
                    "$T.clear(sums, $L, stride, fits ? columns : width, $L)",
                    SimdNames.PACK,
                    share.isWhole() ? "first" : "first + " + RunCode.factor(share.first()) + " * stride",
                    share.rows());
        }
        code.add(body);
        code.beginControlFlow("if (!fits)")
                .addStatement(
                        "$T.block(sums, $L, width, columns, $L, $L, $L, $L)",
                        SimdNames.PACK,
                        inSums,
                        share.rows(),
                        layout.target.buffer().name(),
                        inTarget,
                        apart)
                .endControlFlow();
        return code.add(epilogue(share, panelColumns())).build();
    }

    /** Sums that nobody reads but what follows them: they never leave the cache. */
    private CodeBlock usedUp(SimdLayout.Share share, CodeBlock body) {
        String first = share.isWhole() ? "0" : RunCode.factor(share.first()) + " * width";
        return CodeBlock.builder()
                .addStatement(
                        "float[] sums = $L.sums(member, $L * width)",
                        members.scratch(),
                        RunCode.factor(layout.blockRows()))
                .addStatement("int stride = width")
                .addStatement("int base = -$L", layout.first().index())
                .addStatement("int first = 0")
                .addStatement("$T.clear(sums, $L, width, width, $L)", SimdNames.PACK, first, share.rows())
                .add(body)
                .add(epilogue(share, panelColumns()))
                .build();
    }

    /** The same for a block of rows, a group of panels at a time. */
    CodeBlock overGroups(int rows) {
        String cut = panels.panels();
        String column = layout.column();
        CodeBlock panel = CodeBlock.builder()
                .addStatement("int panel = $L", panels.panelAt())
                .addStatement("int first = base + $L", layout.first().index())
                .addStatement(
                        "$T.clear(sums, first + firstRow * stride, stride, width, endRow - firstRow)", SimdNames.PACK)
                .add(sums.sums("panel"))
                .build();
        return CodeBlock.builder()
                .beginControlFlow("for (int group = 0; group < $1L.count(); group += $2L)", cut, GROUP)
                .addStatement("int endGroup = Math.min($L.count(), group + $L)", cut, GROUP)
                .addStatement("int $LFrom = $L.first(group)", column, cut)
                .addStatement(
                        "int $LTo = Math.min($L, $L.first(endGroup))",
                        column,
                        layout.contraction.columns().extent(),
                        cut)
                .addStatement("int stride = $L * $L.width(0)", GROUP, cut)
                .addStatement("float[] sums = $L.sums(member, $L * stride)", members.scratch(), rows)
                .addStatement("int base = -firstRow * stride - $LFrom", column)
                .add(panels.overPanels("group", "endGroup", panel))
                .add(epilogue(layout.share(), new JavaLoop.Range(column + "From", column + "To")))
                .endControlFlow()
                .build();
    }

    /** What follows each element of the result, while it is in the cache. */
    CodeBlock epilogue(SimdLayout.Share share, JavaLoop.Range range) {
        if (layout.contraction.epilogue().isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock columns = nests.loop(
                layout.contraction.columns(),
                range,
                layout.contraction.epilogue().stream().map(this::ofSums).toList());
        CodeBlock loops = overRows(share, columns);
        boolean large = layout.contraction.kept()
                && SimdLoop.callsFunctions(layout.contraction.columns(), layout.contraction.epilogue());
        return large ? apart(share, loops) : loops;
    }

    private CodeBlock overRows(SimdLayout.Share share, CodeBlock columns) {
        if (layout.pairs) {
            CodeBlock inside = JavaLoop.over(
                    layout.inner.subList(1, layout.inner.size()), JavaLoop.over(layout.tile.axes(), columns));
            return JavaLoop.over(layout.inner.get(0), new JavaLoop.Range(share.from(), share.to()), inside);
        }
        CodeBlock rows = share.isWhole()
                ? JavaLoop.over(layout.tile.axes(), columns)
                : JavaLoop.over(layout.tile.axis(), new JavaLoop.Range(share.from(), share.to()), columns);
        return JavaLoop.over(layout.inner, rows);
    }

    /** In a method of its own, which takes where the loops around it stand. */
    private CodeBlock apart(SimdLayout.Share share, CodeBlock loops) {
        List<String> taken = new ArrayList<>();
        if (usesRows(share)) {
            taken.add("rows");
        }
        layout.images.stream().filter(this::isUsed).map(Axis::index).forEach(taken::add);
        taken.addAll(List.of(layout.first().index(), "columns"));
        if (!share.isWhole()) {
            taken.addAll(List.of(share.from(), share.to()));
        }
        String method = members.block(layout.target.buffer().name(), taken, loops);
        return CodeBlock.of("$L($L);\n", method, String.join(", ", taken));
    }

    /** Whether what follows the sums goes through all rows of the batch, or computes with their number. */
    private boolean usesRows(SimdLayout.Share share) {
        boolean all = share.isWhole() && layout.tile.overRows();
        return all || epilogueOperands().anyMatch(Operand.Rows.class::isInstance);
    }

    /** Whether what follows the sums depends on where the loop over {@code axis} stands. */
    private boolean isUsed(Axis axis) {
        Stream<Index> ofElements = layout.contraction.epilogue().stream()
                .flatMap(Nest::accesses)
                .flatMap(access -> access.indices().stream());
        Stream<Index> ofNoise = epilogueOperands()
                .filter(Operand.Noise.class::isInstance)
                .flatMap(operand -> ((Operand.Noise) operand).place().stream());
        return Stream.concat(ofElements, ofNoise).anyMatch(index -> index.dependsOn(axis))
                || epilogueOperands().anyMatch(new Operand.Position(axis)::equals);
    }

    private Stream<Operand> epilogueOperands() {
        return layout.contraction.epilogue().stream().flatMap(Nest::operands);
    }

    JavaLoop.Range panelColumns() {
        String first = layout.first().index();
        return new JavaLoop.Range(first, first + " + columns");
    }

    /** What reads sums that are not kept finds them where they grew. */
    private Nest ofSums(Nest nest) {
        if (layout.contraction.kept()) {
            return nest;
        }
        if (nest instanceof Nest.Let let) {
            return new Nest.Let(let.local(), let.value().of(this::inSums));
        }
        Nest.Assign assign = (Nest.Assign) nest;
        return new Nest.Assign(assign.target(), assign.value().of(this::inSums));
    }

    private Operand inSums(Operand operand) {
        boolean sum =
                operand instanceof Operand.Element element && element.access().equals(layout.target);
        return sum ? new Operand.Element(layout.inSums()) : operand;
    }
}
