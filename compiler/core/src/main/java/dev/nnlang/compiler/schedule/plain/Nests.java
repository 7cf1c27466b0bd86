package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Goes through the elements that nests read and write, knowing which loops stand around each. */
final class Nests {

    /** What takes the place of an element. */
    @FunctionalInterface
    interface Replacement {
        /** @param open the loops around it, the outermost first */
        List<Index> at(List<Index> indices, List<Axis> open);
    }

    private final Replacement replacement;

    private Nests(Replacement replacement) {
        this.replacement = replacement;
    }

    /** The same nests with other places in their arrays. */
    static List<Nest> replace(List<Nest> nests, List<Axis> open, Replacement replacement) {
        return new Nests(replacement).all(nests, open);
    }

    private List<Nest> all(List<Nest> nests, List<Axis> open) {
        return nests.stream().map(nest -> one(nest, open)).toList();
    }

    private Nest one(Nest nest, List<Axis> open) {
        if (nest instanceof Nest.Loop loop) {
            return new Nest.Loop(loop.axis(), loop.shared(), all(loop.body(), inside(open, List.of(loop.axis()))));
        }
        if (nest instanceof Nest.Once once) {
            return new Nest.Once(all(once.body(), open));
        }
        if (nest instanceof Nest.Call call) {
            return new Nest.Call(call.method(), call.lines(), all(call.body(), open));
        }
        if (nest instanceof Nest.Assign assign) {
            return new Nest.Assign(access(assign.target(), open), expression(assign.value(), open));
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return new Nest.Accumulate(access(accumulate.target(), open), expression(accumulate.value(), open));
        }
        if (nest instanceof Nest.Let let) {
            return new Nest.Let(let.local(), expression(let.value(), open));
        }
        if (nest instanceof Nest.Grow grow) {
            return new Nest.Grow(grow.local(), grow.reducer(), expression(grow.term(), open));
        }
        if (nest instanceof Nest.AddAtFirst first) {
            List<Axis> inside = inside(open, first.window());
            return new Nest.AddAtFirst(
                    first.window(),
                    first.offsets(),
                    access(first.candidate(), inside),
                    access(first.sought(), inside),
                    access(first.target(), inside),
                    expression(first.value(), inside));
        }
        return nest;
    }

    static List<Axis> inside(List<Axis> open, List<Axis> more) {
        List<Axis> all = new ArrayList<>(open);
        all.addAll(more);
        return all;
    }

    private Access access(Access access, List<Axis> open) {
        return new Access(access.buffer(), replacement.at(access.indices(), open));
    }

    private Expression expression(Expression expression, List<Axis> open) {
        UnaryOperator<Operand> others = operand -> {
            if (operand instanceof Operand.Element element) {
                return new Operand.Element(access(element.access(), open));
            }
            return operand instanceof Operand.Noise noise
                    ? new Operand.Noise(noise.stream(), replacement.at(noise.place(), open))
                    : operand;
        };
        return expression.of(others);
    }
}
