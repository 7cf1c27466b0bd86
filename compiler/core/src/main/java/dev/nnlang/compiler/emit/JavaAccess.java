package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Operand;
import java.util.List;

/** Prints where an element lies. */
final class JavaAccess {

    private JavaAccess() {}

    /** {@code tanh1[n * DENSE1_OUT + j]}. */
    static CodeBlock element(Access access) {
        return isScalar(access.buffer())
                ? CodeBlock.of("$L", access.buffer().name())
                : CodeBlock.of("$L[$L]", access.buffer().name(), index(access.axes()));
    }

    /** Whether a buffer is a field with one number: what steps hand to each other, but no weight, which its owner sees as an array. */
    static boolean isScalar(Buffer buffer) {
        boolean single = !buffer.shape().perRow() && buffer.shape().rank() == 0;
        return single && buffer.role() == Buffer.Role.COMPUTED;
    }

    /** {@code n * DENSE1_OUT + j}; {@code (h * WIDTH + w) * CHANNELS + c}. */
    static String index(List<Axis> axes) {
        if (axes.isEmpty()) {
            return "0";
        }
        String index = axes.get(0).index();
        for (int i = 1; i < axes.size(); i++) {
            String outer = i == 1 ? index : "(" + index + ")";
            index = outer + " * " + axes.get(i).extent() + " + " + axes.get(i).index();
        }
        return index;
    }

    static CodeBlock operand(Operand operand) {
        if (operand instanceof Operand.Element element) {
            return element(element.access());
        }
        if (operand instanceof Operand.AtLabel at) {
            return element(at.labelled(element(at.label()).toString()));
        }
        return CodeBlock.of("$L", operand);
    }
}
