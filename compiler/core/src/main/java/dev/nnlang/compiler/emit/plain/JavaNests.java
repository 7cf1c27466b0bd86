package dev.nnlang.compiler.emit.plain;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaFormula;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import java.util.Arrays;
import java.util.List;

/** Prints loop nests in the scalar dialect; other dialects print some of them otherwise. */
public class JavaNests {

    private final Element element;
    private final boolean shared;

    /** @param shared whether threads share the steps, so that each is a member of a team */
    public JavaNests(Element element, boolean shared) {
        this.element = element;
        this.shared = shared;
    }

    public boolean isShared() {
        return shared;
    }

    public CodeBlock print(List<Nest> nests) {
        CodeBlock.Builder code = CodeBlock.builder();
        nests.forEach(nest -> code.add(print(nest)));
        return code.build();
    }

    public CodeBlock print(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return loop(loop);
        }
        if (nest instanceof Nest.Await) {
            return CodeBlock.of("member.await();\n");
        }
        if (nest instanceof Nest.Once once) {
            return CodeBlock.builder()
                    .beginControlFlow("if (member.number() == 0)")
                    .add(print(once.body()))
                    .endControlFlow()
                    .build();
        }
        if (nest instanceof Nest.Assign assign) {
            return CodeBlock.of("$L = $L;\n", JavaAccess.element(assign.target()), expression(assign.value()));
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return CodeBlock.of("$L += $L;\n", JavaAccess.element(accumulate.target()), expression(accumulate.value()));
        }
        if (nest instanceof Nest.Let let) {
            return CodeBlock.of("$T $L = $L;\n", element.type(), let.local(), expression(let.value()));
        }
        if (nest instanceof Nest.Clear clear) {
            return clear(clear.buffer());
        }
        if (nest instanceof Nest.Grow grow) {
            return grow(grow);
        }
        if (nest instanceof Nest.Offset offset) {
            return offset(offset);
        }
        if (nest instanceof Nest.Share share) {
            return share(share.part());
        }
        if (nest instanceof Nest.Reduce reduce) {
            return reduce(reduce);
        }
        if (nest instanceof Contraction contraction) {
            return contraction(contraction);
        }
        if (nest instanceof Nest.AddAtFirst first) {
            return addAtFirst(first);
        }
        throw new IllegalStateException("no Java for " + nest);
    }

    protected CodeBlock loop(Nest.Loop loop) {
        CodeBlock body = print(loop.body());
        return loop.shared() ? JavaLoop.overShare(loop.axis(), body) : JavaLoop.over(loop.axis(), body);
    }

    protected CodeBlock contraction(Contraction contraction) {
        return JavaContraction.print(element, contraction, print(contraction.epilogue()));
    }

    private CodeBlock grow(Nest.Grow grow) {
        CodeBlock term = expression(grow.term());
        return grow.reducer() == Nest.Reducer.SUM
                ? CodeBlock.of("$L += $L;\n", grow.local(), term)
                : CodeBlock.of("$1L = $2T.max($1L, $3L);\n", grow.local(), Math.class, term);
    }

    private static CodeBlock offset(Nest.Offset offset) {
        return CodeBlock.of("int $L = $L;\n", offset.local(), JavaAccess.start(offset));
    }

    /** {@code int firstRow = member.from(rows);} and where the share ends. */
    private static CodeBlock share(Axis.Part part) {
        return CodeBlock.of(
                "int $1L = member.from($3L);\nint $2L = member.to($3L);\n", part.from(), part.to(), part.whole());
    }

    private CodeBlock clear(Buffer buffer) {
        if (!shared) {
            return CodeBlock.of("$T.fill($L, $L);\n", Arrays.class, buffer.name(), element.literal(0));
        }
        return CodeBlock.of(
                "$1T.fill($2L, member.from($2L.length), member.to($2L.length), $3L);\n",
                Arrays.class,
                buffer.name(),
                element.literal(0));
    }

    protected final CodeBlock expression(Expression expression) {
        return new JavaFormula(
                        element,
                        variable -> JavaAccess.operand(expression.operands().get(variable)))
                .print(expression.formula());
    }

    private CodeBlock reduce(Nest.Reduce reduce) {
        boolean sum = reduce.reducer() == Nest.Reducer.SUM;
        CodeBlock term = expression(reduce.term());
        CodeBlock body = sum
                ? CodeBlock.of("$L += $L;\n", reduce.local(), term)
                : CodeBlock.of("$1L = $2T.max($1L, $3L);\n", reduce.local(), Math.class, term);
        CodeBlock loops = JavaLoop.over(reduce.over(), body);
        String start = element.literal(sum ? 0 : Double.NEGATIVE_INFINITY);
        return CodeBlock.of("$T $L = $L;\n$L", element.type(), reduce.local(), start, loops);
    }

    /** Looks through the window until it is found. */
    private CodeBlock addAtFirst(Nest.AddAtFirst first) {
        CodeBlock body = CodeBlock.builder()
                .beginControlFlow(
                        "if ($L == $L)", JavaAccess.element(first.candidate()), JavaAccess.element(first.sought()))
                .addStatement("$L += $L", JavaAccess.element(first.target()), expression(first.value()))
                .addStatement("break search")
                .endControlFlow()
                .build();
        CodeBlock offsets = first.offsets().stream().map(JavaNests::offset).collect(CodeBlock.joining(""));
        return CodeBlock.builder()
                .add("search:\n")
                .add(JavaLoop.over(first.window(), CodeBlock.join(List.of(offsets, body), "")))
                .build();
    }
}
