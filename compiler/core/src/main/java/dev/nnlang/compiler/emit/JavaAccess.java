package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Operand;
import java.util.List;

/** Prints where an element lies. */
final class JavaAccess {

    private JavaAccess() {}

    /** {@code tanh1[n * DENSE1_OUT + j]}. */
    static CodeBlock element(Access access) {
        return isScalar(access.buffer())
                ? CodeBlock.of("$L", access.buffer().name())
                : CodeBlock.of("$L[$L]", access.buffer().name(), offset(access.indices()));
    }

    /** Whether a buffer is a field with one number: what steps hand to each other, but no weight, which its owner sees as an array. */
    static boolean isScalar(Buffer buffer) {
        boolean single = !buffer.shape().perRow() && buffer.shape().rank() == 0;
        return single && buffer.role() == Buffer.Role.COMPUTED;
    }

    /** {@code n * DENSE1_OUT + j}; {@code (h * WIDTH + w) * CHANNELS + c}. */
    static String offset(List<Index> indices) {
        if (indices.isEmpty()) {
            return "0";
        }
        String offset = position(indices.get(0));
        for (int i = 1; i < indices.size(); i++) {
            offset = next(offset, indices.get(i));
        }
        return offset;
    }

    /** The offset of the first element along the last dim: {@code n * DENSE1_OUT}. */
    static String start(Access access) {
        List<Index> indices = access.indices();
        Index last = indices.get(indices.size() - 1);
        List<Index> outer = indices.subList(0, indices.size() - 1);
        return outer.isEmpty() ? "0" : factor(offset(outer)) + " * " + last.extent();
    }

    private static String next(String outer, Index index) {
        return factor(outer) + " * " + index.extent() + " + " + position(index);
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

    static CodeBlock operand(Operand operand) {
        return operand instanceof Operand.Element element ? element(element.access()) : CodeBlock.of("$L", operand);
    }
}
