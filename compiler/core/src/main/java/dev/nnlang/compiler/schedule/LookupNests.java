package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;

/** The loop nests that take lines out of a table, and add up what goes back to them row by row, so that the order of a sum is always the same. */
final class LookupNests {

    private final Value value;
    private final Storage storage;
    private final Binding binding;
    private final StepAxes axes;

    LookupNests(Value value, Storage storage, Binding binding, StepAxes axes) {
        this.value = value;
        this.storage = storage;
        this.binding = binding;
        this.axes = axes;
    }

    List<Nest> lookup(Gather op) {
        List<Axis> loops = axes.of(op.shape().dims());
        Operand line = new Operand.Element(line(op.table(), op.labels(), op.along(), loops));
        return Nest.Loop.around(
                loops, List.of(new Nest.Assign(binding.access(value, loops), Binding.of("line", line))));
    }

    List<Nest> gradient(Scatter op) {
        List<Axis> loops = axes.of(op.d().shape().dims());
        Operand d = new Operand.Element(binding.access(op.d(), loops));
        Nest add = new Nest.Accumulate(line(value, op.labels(), op.along(), loops), Binding.of("d", d));
        return List.of(
                new Nest.Clear(storage.buffer(value)),
                Nest.Loop.around(loops, List.of(add)).get(0));
    }

    /** The element of {@code table} in the line that the label names. */
    private Access line(Value table, Value labels, List<Dim> along, List<Axis> loops) {
        List<Index> indices = new ArrayList<>();
        for (Dim dim : table.shape().dims()) {
            indices.add(
                    along.equals(List.of(dim))
                            ? new Index.Labelled(binding.access(labels, loops), Constants.of(dim))
                            : new Index.At(axes.of(dim)));
        }
        return storage.access(table, indices);
    }
}
