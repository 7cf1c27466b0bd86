package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Axis.Fixed;
import java.util.List;
import java.util.function.IntFunction;

/** Prints loops. */
public final class JavaLoop {

    private JavaLoop() {}

    /**
     * The bounds of a loop.
     *
     * @param to behind the last index
     */
    public record Range(String from, String to) {}

    /** The bounds of a thread's share of a loop. */
    public record Share(CodeBlock from, CodeBlock to) {}

    /** All that an axis runs over. */
    public static Range whole(Axis axis) {
        return new Range(from(axis), to(axis));
    }

    /** A thread's share of an axis: {@code member.from(rows)}. Shares of an array's last dim begin at a cache line. */
    public static Share share(Axis axis) {
        CodeBlock unit = axis.overRows() ? CodeBlock.of("") : CodeBlock.of(", $T.LINE", RuntimeNames.MEMBER);
        return new Share(
                CodeBlock.of("member.from($L$L)", axis.extent(), unit),
                CodeBlock.of("member.to($L$L)", axis.extent(), unit));
    }

    /** {@code for (int n = 0; n < rows; n++)}. */
    public static CodeBlock over(Axis axis, CodeBlock body) {
        return over(axis, whole(axis), body);
    }

    /** {@code for (int j = jFrom; j < jTo; j++)}. */
    public static CodeBlock over(Axis axis, Range range, CodeBlock body) {
        return CodeBlock.builder()
                .beginControlFlow("for (int $1L = $2L; $1L < $3L; $1L++)", axis.index(), range.from(), range.to())
                .add(body)
                .endControlFlow()
                .build();
    }

    /** {@code for (int n = member.from(rows), nEnd = member.to(rows); n < nEnd; n++)}. */
    public static CodeBlock overShare(Axis axis, CodeBlock body) {
        Share share = share(axis);
        return CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1L = $2L, $1LEnd = $3L; $1L < $1LEnd; $1L++)",
                        axis.index(),
                        share.from(),
                        share.to())
                .add(body)
                .endControlFlow()
                .build();
    }

    /** One inside the other, the first the outermost. */
    public static CodeBlock over(List<Axis> axes, CodeBlock body) {
        CodeBlock code = body;
        for (int i = axes.size() - 1; i >= 0; i--) {
            code = over(axes.get(i), code);
        }
        return code;
    }

    /** A loop whose turns do {@code tile} indices each, and one for what is left over. */
    public static CodeBlock tiled(Axis axis, Range range, int tile, IntFunction<CodeBlock> turn) {
        if (tile == 1) {
            return over(axis, range, turn.apply(1));
        }
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("int $L = $L", axis.index(), range.from());
        code.beginControlFlow("for (; $1L + $2L <= $3L; $1L += $2L)", axis.index(), tile, range.to())
                .add(turn.apply(tile))
                .endControlFlow();
        boolean even =
                axis.extent() instanceof Fixed fixed && range.to().equals(fixed.toString()) && fixed.size() % tile == 0;
        if (!even) {
            code.beginControlFlow("for (; $1L < $2L; $1L++)", axis.index(), range.to())
                    .add(turn.apply(1))
                    .endControlFlow();
        }
        return code.build();
    }

    /** The first index. */
    private static String from(Axis axis) {
        if (axis.extent() instanceof Axis.Part part) {
            return part.from();
        }
        if (axis.extent() instanceof Axis.TapsInside taps) {
            return "Math.max(0, " + minus(padding(taps.before()), scaled(taps.position(), taps.stride())) + ")";
        }
        return "0";
    }

    /** The index behind the last. */
    private static String to(Axis axis) {
        if (axis.extent() instanceof Axis.TapsInside taps) {
            String limit = minus(plus(taps.image(), taps.before()), scaled(taps.position(), taps.stride()));
            return "Math.min(" + taps.window() + ", " + limit + ")";
        }
        return axis.extent().toString();
    }

    /** Where a loop stands; what has none stands at 0. */
    private static String place(Axis axis) {
        return axis.isSingle() ? "" : axis.index();
    }

    private static String scaled(Axis axis, Fixed stride) {
        return axis.isSingle() || stride.size() == 1 ? place(axis) : axis.index() + " * " + stride;
    }

    private static String padding(Fixed padding) {
        return padding.size() == 0 ? "" : padding.toString();
    }

    /** A difference in which nothing stands for 0. */
    private static String minus(String from, String less) {
        if (less.isEmpty()) {
            return from.isEmpty() ? "0" : from;
        }
        return from.isEmpty() ? "-" + less : from + " - " + less;
    }

    private static String plus(Fixed image, Fixed padding) {
        return padding.size() == 0 ? image.toString() : image + " + " + padding;
    }
}
