package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Lookup;
import dev.nnlang.compiler.graph.op.LookupGradient;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.List;

/** The loop nests that take lines out of a table, and add up what goes back to them row by row, so that the order of a sum is always the same. */
final class LookupNests {

    private final Value value;
    private final Storage storage;
    private final StepAxes axes;

    LookupNests(Value value, Storage storage, StepAxes axes) {
        this.value = value;
        this.storage = storage;
        this.axes = axes;
    }

    List<Nest> lookup(Lookup op) {
        List<Axis> loops = loops(op.shape());
        Operand line = new Operand.Element(line(op.table(), op.labels(), loops));
        Access target = Access.at(storage.buffer(value), loops);
        return Nest.Loop.around(loops, List.of(new Nest.Assign(target, Binding.of("line", line))));
    }

    List<Nest> gradient(LookupGradient op) {
        List<Axis> loops = loops(op.d().shape());
        Operand d = new Operand.Element(Access.at(storage.buffer(op.d()), loops));
        Nest add = new Nest.Accumulate(line(value, op.labels(), loops), Binding.of("d", d));
        return List.of(
                new Nest.Clear(storage.buffer(value)),
                Nest.Loop.around(loops, List.of(add)).get(0));
    }

    private List<Axis> loops(Shape vectors) {
        return List.of(StepAxes.ROWS, axes.dims(vectors, true).get(0));
    }

    /** The element of {@code table} in the line that the row's label names. */
    private Access line(Value table, Value labels, List<Axis> loops) {
        Access label = Access.at(storage.buffer(labels), loops.subList(0, 1));
        Index.Labelled line =
                new Index.Labelled(label, axes.categories(table.shape().dims().get(0)));
        return new Access(storage.buffer(table), List.of(line, new Index.At(loops.get(1))));
    }
}
