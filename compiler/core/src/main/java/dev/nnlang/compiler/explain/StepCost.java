package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Traffic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one step of a program costs for a batch.
 *
 * @param flop floating-point operations: each operator and each function of a formula counts as one
 * @param bytes how many are read and written at least: each array that a step reads once, and each that it writes once
 * @param awaits how often each thread waits for the others
 */
record StepCost(long flop, long bytes, long awaits) {

    /** @param rows of the batch */
    static StepCost of(Step step, int rows) {
        return new StepCost(
                step.nests().stream().mapToLong(nest -> flop(nest, rows)).sum(),
                bytes(step, rows),
                step.nests().stream().mapToLong(StepCost::awaits).sum());
    }

    /** Both together. */
    StepCost plus(StepCost other) {
        return new StepCost(flop + other.flop, bytes + other.bytes, awaits + other.awaits);
    }

    private static long flop(Nest nest, int rows) {
        if (nest instanceof Nest.Loop loop) {
            return turns(List.of(loop.axis()), rows) * flop(loop.body(), rows);
        }
        if (nest instanceof Nest.Once once) {
            return flop(once.body(), rows);
        }
        if (nest instanceof Nest.Assign assign) {
            return operations(assign.value());
        }
        if (nest instanceof Nest.Let let) {
            return operations(let.value());
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return operations(accumulate.value()) + 1;
        }
        if (nest instanceof Nest.Reduce reduce) {
            return turns(reduce.over(), rows) * (operations(reduce.term()) + 1);
        }
        if (nest instanceof Nest.AddAtFirst first) {
            return turns(first.window(), rows) + operations(first.value()) + 1;
        }
        if (nest instanceof Contraction sums) {
            long results = turns(sums.rows(), rows) * turns(List.of(sums.columns()), rows);
            return results * (2 * turns(sums.depth(), rows) + flop(sums.epilogue(), rows));
        }
        return 0;
    }

    private static long flop(List<Nest> nests, int rows) {
        return nests.stream().mapToLong(nest -> flop(nest, rows)).sum();
    }

    private static long turns(List<Axis> axes, int rows) {
        return axes.stream()
                .mapToLong(axis -> axis.overRows() ? rows : axis.length())
                .reduce(1, Math::multiplyExact);
    }

    private static long operations(Expression expression) {
        long[] count = {0};
        FormulaRewriter.transform(expression.formula(), part -> {
            count[0] += part instanceof Formula.Constant || part instanceof Formula.Variable ? 0 : 1;
            return part;
        });
        return count[0];
    }

    private static long bytes(Step step, int rows) {
        Map<Boolean, Set<Buffer>> moved = new HashMap<>();
        Traffic.of(step).forEach(each -> moved.computeIfAbsent(each.writes(), key -> new HashSet<>())
                .add(each.access().buffer()));
        return moved.values().stream()
                .flatMap(Set::stream)
                .mapToLong(buffer -> MemoryTable.FLOAT_BYTES * buffer.length(rows))
                .sum();
    }

    private static long awaits(Nest nest) {
        if (nest instanceof Nest.Await) {
            return 1;
        }
        Stream<Nest> inside = nest instanceof Nest.Loop loop ? loop.body().stream() : Stream.empty();
        return inside.mapToLong(StepCost::awaits).sum();
    }
}
