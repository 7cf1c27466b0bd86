package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.RunCode;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Run;
import java.util.ArrayList;
import java.util.List;

/** The panels of a contraction's right side: the loop over them, and how they are packed. */
public final class SimdPanels {

    private final SimdLayout layout;
    private final SimdMembers members;

    SimdPanels(SimdLayout layout, SimdMembers members) {
        this.layout = layout;
        this.members = members;
    }

    String panels() {
        return members.panels(layout.contraction.columns(), layout.contraction.tile());
    }

    CodeBlock overPanels(CodeBlock body) {
        return overPanels(body, layout.contraction.shares(layout.contraction.columns()));
    }

    CodeBlock overPanels(CodeBlock body, boolean shared) {
        String count = panels() + ".count()";
        return shared
                ? overPanels("member.from(" + count + ")", "member.to(" + count + ")", body)
                : overPanels("0", count, body);
    }

    /** Those from {@code from} to the one before {@code to}. */
    CodeBlock overPanels(String from, String to, CodeBlock body) {
        String panels = panels();
        return CodeBlock.builder()
                .beginControlFlow("for (int p = $L; p < $L; p++)", from, to)
                .addStatement("int $L = $L.first(p)", layout.column() + "First", panels)
                .addStatement("int width = $L.width(p)", panels)
                .addStatement("int columns = $L.columns(p)", panels)
                .addStatement("int last = $L.last(p)", panels)
                .addStatement("boolean fits = $L.fits(p)", panels)
                .add(body)
                .endControlFlow()
                .build();
    }

    /** Copies the columns of a panel behind one another, term by term, for each of the loops that read a right side of their own. */
    CodeBlock pack(String at) {
        return pack("right", at);
    }

    /** The same, to another array than the one from which tiles read. */
    CodeBlock pack(String to, String at) {
        List<Run> runs = Run.of(layout.contraction.depth(), List.of(layout.right));
        Run last = runs.get(runs.size() - 1);
        List<Run> before = runs.subList(0, runs.size() - 1);
        Access start = layout.right.replace(layout.contraction.columns(), layout.first());
        for (Run run : before) {
            start = run.counted(start);
        }
        for (Run run : layout.batch) {
            start = run.counted(start);
        }
        start = last.start(start);
        List<Run> loops = new ArrayList<>(layout.batch);
        loops.addAll(before);
        String place = loops.isEmpty()
                ? at
                : RunCode.plus(
                        at,
                        RunCode.times(
                                RunCode.factor(RunCode.linear(loops)), RunCode.times(RunCode.length(last), "width")));
        CodeBlock code = CodeBlock.of(
                "$T.$L($L, $L, $L, $L, $L, columns, width, $L, $L);\n",
                SimdNames.PACK,
                isKept() ? "lasting" : "panel",
                layout.right.buffer().name(),
                JavaAccess.offset(start.indices()),
                last.stride(layout.right),
                layout.right.stride(layout.contraction.columns()),
                layout.together > 1 ? "terms" : RunCode.length(last),
                to,
                place);
        for (int i = loops.size() - 1; i >= 0; i--) {
            code = RunCode.loop(loops.get(i), code);
        }
        return code;
    }

    CodeBlock packedPanels(boolean shared) {
        return overPanels(pack(panelAt()), shared);
    }

    /** Where the panel at hand begins among all. */
    String panelAt() {
        return layout.rightLength() + " * " + layout.column() + "First";
    }

    /** The panel at hand is packed, used by all rows, and forgotten. */
    CodeBlock panelRoom() {
        String terms = layout.together > 1 ? layout.together + " * " + layout.rightLength() : layout.rightLength();
        return CodeBlock.of(
                "float[] right = $L.right(member, $L);\n", members.scratch(), RunCode.times(terms, "width"));
    }

    /** Whether the right side never changes, so that its panels are packed once. */
    boolean isKept() {
        return members.keeps(layout.right.buffer());
    }
}
