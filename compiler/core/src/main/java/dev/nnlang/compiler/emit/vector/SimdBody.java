package dev.nnlang.compiler.emit.vector;

import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The body of an innermost loop: whether it has a SIMD form, and what in it is a vector. */
public final class SimdBody {

    /** Windows of more elements are not unrolled. */
    private static final int UNROLLED = 9;

    private final Axis axis;
    private final Set<String> locals = new HashSet<>();
    private final Set<String> vectorLocals = new HashSet<>();

    SimdBody(Axis axis) {
        this.axis = axis;
    }

    /** Whether the body itself declares a local variable of this name. */
    boolean declares(String local) {
        return locals.contains(local);
    }

    /** Whether all of a body has a SIMD form; notes its local variables. */
    boolean isVectorizable(List<Nest> body) {
        boolean all = true;
        for (Nest nest : body) {
            all &= isVectorizable(nest);
        }
        return all;
    }

    private boolean isVectorizable(Nest nest) {
        if (nest instanceof Nest.Assign assign) {
            return isContiguous(assign.target()) && isVectorizable(assign.value());
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return isContiguous(accumulate.target()) && isVectorizable(accumulate.value());
        }
        if (nest instanceof Nest.Let let) {
            locals.add(let.local());
            boolean vector = isVectorizable(let.value());
            if (isVector(let.value())) {
                vectorLocals.add(let.local());
            }
            return vector;
        }
        if (nest instanceof Nest.Reduce reduce) {
            locals.add(reduce.local());
            vectorLocals.add(reduce.local());
            return isUnrolled(reduce.over()) && isVectorizable(reduce.term()) && isVector(reduce.term());
        }
        if (nest instanceof Nest.AddAtFirst first) {
            return isUnrolled(first.window())
                    && isContiguous(first.candidate())
                    && isContiguous(first.sought())
                    && isContiguous(first.target())
                    && isVectorizable(first.value());
        }
        return false;
    }

    /** What a part of a body that has a SIMD form computes. */
    static Expression expression(Nest nest) {
        if (nest instanceof Nest.Assign assign) {
            return assign.value();
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return accumulate.value();
        }
        if (nest instanceof Nest.Let let) {
            return let.value();
        }
        return nest instanceof Nest.Reduce reduce ? reduce.term() : ((Nest.AddAtFirst) nest).value();
    }

    private boolean isUnrolled(List<Axis> window) {
        boolean fixed = window.stream().allMatch(each -> each.extent() instanceof Axis.Fixed && !each.equals(axis));
        int area = window.stream().mapToInt(Axis::length).reduce(1, (a, b) -> a * b);
        return fixed && area <= UNROLLED;
    }

    private boolean isVectorizable(Expression expression) {
        return expression.operands().values().stream().allMatch(this::isVectorizable);
    }

    private boolean isVectorizable(Operand operand) {
        if (operand instanceof Operand.Element element) {
            return isStill(element.access()) || isContiguous(element.access());
        }
        return !(operand instanceof Operand.Noise noise) || Index.stride(noise.place(), axis) <= 1;
    }

    /** Whether the next turn of the loop is at the next element of an array of floats. */
    boolean isContiguous(Access access) {
        return !access.buffer().isScalar()
                && access.buffer().element() == Value.Element.REAL
                && access.stride(axis) == 1;
    }

    private boolean isStill(Access access) {
        return access.indices().stream().noneMatch(index -> index.follows(axis));
    }

    boolean isVector(Expression expression) {
        return expression.operands().values().stream().anyMatch(this::isVector);
    }

    boolean isVector(Operand operand) {
        return operand instanceof Operand.Element element && isContiguous(element.access())
                || operand instanceof Operand.Local local && vectorLocals.contains(local.name())
                || operand instanceof Operand.Noise noise && Index.stride(noise.place(), axis) == 1
                || operand instanceof Operand.Position position
                        && position.axis().equals(axis);
    }
}
