package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Nest;
import java.util.List;
import java.util.Optional;

/** Prints loop nests in the SIMD dialect; what has no SIMD form as in the scalar one. */
public final class SimdNests extends JavaNests {

    private final SimdMembers members;

    SimdNests(SimdMembers members, boolean shared) {
        super(Element.FLOAT, shared);
        this.members = members;
    }

    @Override
    protected CodeBlock loop(Nest.Loop loop) {
        if (loop.axis().overRows()
                && loop.body().size() == 1
                && loop.body().get(0) instanceof Contraction sums
                && sums.tile().hasVectors()
                && sums.target().stride(loop.axis()) == 0) {
            return said(sums, SimdContraction.printSummed(sums, loop.axis(), this, members));
        }
        Optional<CodeBlock> across = SimdAcross.print(loop, this);
        if (across.isPresent()) {
            return block(across.get());
        }
        if (!loop.shared()) {
            return loop(loop.axis(), JavaLoop.whole(loop.axis()), loop.body());
        }
        Axis axis = loop.axis();
        JavaLoop.Range share = new JavaLoop.Range(axis.index() + "From", axis.index() + "To");
        return SimdLoop.print(axis, share, true, loop.body(), this)
                .map(code -> block(CodeBlock.join(List.of(declared(axis, share), code), "")))
                .orElseGet(() -> super.loop(loop));
    }

    /** {@code int cFrom = …; int cTo = …;}: a thread's share of a loop. */
    static CodeBlock declared(Axis axis, JavaLoop.Range share) {
        JavaLoop.Share bounds = JavaLoop.share(axis);
        return CodeBlock.of("int $L = $L;\nint $L = $L;\n", share.from(), bounds.from(), share.to(), bounds.to());
    }

    /** The innermost loop over {@code axis} with vectors if that can be; else element by element. */
    protected CodeBlock loop(Axis axis, JavaLoop.Range range, List<Nest> body) {
        Optional<CodeBlock> vectors = SimdLoop.print(axis, range, false, body, this);
        return vectors.map(SimdNests::block).orElseGet(() -> JavaLoop.over(axis, range, print(body)));
    }

    /** Under a line that says what is summed and how it is cut, as {@code --stage=program} prints it. */
    private static CodeBlock said(Contraction contraction, CodeBlock code) {
        String line = contraction.toString().lines().findFirst().orElseThrow();
        return CodeBlock.join(List.of(CodeBlock.of("// $L\n", Comments.code(line)), block(code)), "");
    }

    /** A scope of its own: its variables are declared before its loops. */
    private static CodeBlock block(CodeBlock code) {
        return CodeBlock.of("{\n$>$L$<}\n", code);
    }

    @Override
    protected CodeBlock contraction(Contraction contraction) {
        CodeBlock scalar = super.contraction(contraction);
        if (contraction.tile().hasVectors()) {
            return said(contraction, SimdContraction.print(contraction, this, members, scalar));
        }
        return SimdLoop.isLong(contraction.columns()) && !contraction.isDotProduct() && !contraction.scatters()
                ? print(contraction.loops())
                : scalar;
    }
}
