package dev.nnlang.compiler.schedule;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The loop nests that lay values behind one another along their last dim, and images inside larger ones, and take them apart again. */
final class CopyNests {

    private final Value value;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    CopyNests(Value value, Storage storage, StepAxes axes, Binding binding) {
        this.value = value;
        this.storage = storage;
        this.axes = axes;
        this.binding = binding;
    }

    List<Nest> concat(Concat op) {
        List<Nest> nests = new ArrayList<>();
        int from = 0;
        for (Value part : op.parts()) {
            nests.addAll(copy(part, value, from, true));
            from += part.shape().last().size();
        }
        return nests;
    }

    /** Between a part and its place in a whole; all dims of a row but the last are one loop. */
    private List<Nest> copy(Value part, Value whole, int from, boolean intoWhole) {
        List<Axis> loops = new ArrayList<>();
        if (part.shape().perRow()) {
            loops.add(StepAxes.ROWS);
        }
        Dim last = part.shape().last();
        List<Dim> outer = part.shape().ofRow().subList(0, part.shape().rank() - 1);
        if (!outer.isEmpty()) {
            loops.add(axes.together(outer, "p", "PIXELS"));
        }
        List<Index> indices = new ArrayList<>(Index.at(loops));
        indices.add(axes.shifted(last, from, whole.shape().last()));
        loops.add(axes.of(last));
        Access inPart = binding.access(part, loops);
        Access inWhole = storage.access(whole, indices);
        return intoWhole ? copy(loops, inPart, inWhole) : copy(loops, inWhole, inPart);
    }

    private static List<Nest> copy(List<Axis> loops, Access from, Access to) {
        Expression element = new Expression(variable("element"), Map.of("element", new Operand.Element(from)));
        return Nest.Loop.around(loops, List.of(new Nest.Assign(to, element)));
    }

    /** What is left out is not read; what is added is 0: an image's margins always are, other zeros are written. */
    List<Nest> pad(Pad op) {
        int last = op.shape().dims().size() - 1;
        if (op.isPart() && op.changed().equals(List.of(last))) {
            return copy(value, op.argument(), -op.before().get(last), false);
        }
        if (op.around().isPresent()) {
            List<Axis> loops = axes.of(op.argument().shape().dims());
            Access target = storage.inside(value, op.around().get(), loops);
            return copy(loops, binding.access(op.argument(), loops), target);
        }
        if (op.inside().isPresent()) {
            List<Axis> loops = axes.of(op.shape().dims());
            Access source = storage.inside(op.argument(), op.inside().get(), loops);
            return copy(loops, source, binding.access(value, loops));
        }
        List<Nest> nests = new ArrayList<>();
        if (!op.isPart()) {
            nests.add(new Nest.Clear(storage.buffer(value)));
        }
        Value part = op.isPart() ? value : op.argument();
        Value whole = op.isPart() ? op.argument() : value;
        List<Axis> loops = axes.of(part.shape().dims());
        Access inPart = binding.access(part, loops);
        Access inWhole = storage.access(whole, shifted(op, part, whole));
        nests.addAll(op.isPart() ? copy(loops, inWhole, inPart) : copy(loops, inPart, inWhole));
        return nests;
    }

    private List<Index> shifted(Pad op, Value part, Value whole) {
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < op.before().size(); i++) {
            Dim dim = part.shape().dims().get(i);
            indices.add(
                    op.changed().contains(i)
                            ? axes.shifted(
                                    dim,
                                    Math.abs(op.before().get(i)),
                                    whole.shape().dims().get(i))
                            : new Index.At(axes.of(dim)));
        }
        return indices;
    }
}
