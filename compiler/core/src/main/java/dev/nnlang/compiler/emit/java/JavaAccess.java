package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.List;

/** Prints where an element lies. */
public final class JavaAccess {

    private JavaAccess() {}

    /** {@code tanh1[n * DENSE1_OUT + j]}. */
    public static CodeBlock element(Access access) {
        return access.buffer().isScalar()
                ? CodeBlock.of("$L", access.buffer().name())
                : CodeBlock.of("$L[$L]", access.buffer().name(), offset(access.indices()));
    }

    /** {@code n * DENSE1_OUT + j}; {@code (h * WIDTH + w) * CHANNELS + c}. */
    public static String offset(List<Index> indices) {
        String offset = "";
        boolean begins = false;
        for (Index index : indices) {
            if (begins) {
                offset = sum(offset, position(index));
            } else if (!isAlone(index)) {
                offset = offset.isEmpty() ? position(index) : further(offset, index);
            }
            begins = index instanceof Index.Base;
        }
        return offset.isEmpty() ? "0" : offset;
    }

    /** {@code n * DENSE1_OUT}: where the elements begin that a local variable is to say. */
    public static String start(Nest.Offset start) {
        String outer = offset(start.indices());
        boolean alone = start.width() instanceof Axis.Fixed fixed && fixed.size() == 1;
        return alone ? outer : factor(outer) + " * " + start.width();
    }

    private static String sum(String start, String position) {
        return position.equals("0") ? start : start + " + " + position;
    }

    private static String further(String offset, Index index) {
        String position = position(index);
        if (offset.equals("0")) {
            return position;
        }
        String row = factor(offset) + " * " + index.extent();
        return sum(row, position);
    }

    /** The offset of the first element along the last dim: {@code n * DENSE1_OUT}. */
    public static String start(Access access) {
        List<Index> indices = access.indices();
        Index last = indices.get(indices.size() - 1);
        String outer = offset(indices.subList(0, indices.size() - 1));
        return isAlone(last) || outer.equals("0") ? outer : factor(outer) + " * " + last.extent();
    }

    /** Along a dim of length 1 there is nowhere to go. */
    private static boolean isAlone(Index index) {
        return !(index instanceof Index.Base) && index.extent() instanceof Axis.Fixed fixed && fixed.size() == 1;
    }

    /** In parentheses if it is a sum. */
    private static String factor(String text) {
        return text.contains(" + ") || text.contains(" - ") ? "(" + text + ")" : text;
    }

    private static String position(Index index) {
        return index instanceof Index.Labelled labelled
                ? element(labelled.label()).toString()
                : index.toString();
    }

    public static CodeBlock operand(Operand operand) {
        if (operand instanceof Operand.Noise noise) {
            return CodeBlock.of("$T.uniform(noise, $L, $L)", RuntimeNames.NOISE, noise.stream(), offset(noise.place()));
        }
        return operand instanceof Operand.Element element ? element(element.access()) : CodeBlock.of("$L", operand);
    }
}
