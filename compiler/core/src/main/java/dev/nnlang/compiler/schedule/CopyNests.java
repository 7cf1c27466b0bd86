package dev.nnlang.compiler.schedule;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.Slice;
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

    List<Nest> slice(Slice op) {
        return copy(value, op.argument(), op.from(), false);
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

    /** An image into the middle of a larger one. */
    List<Nest> pad(Pad op) {
        List<Axis> loops = axes.of(op.image().shape().dims());
        return copy(loops, binding.access(op.image(), loops), storage.inside(value, op.margins(), loops));
    }

    /** The middle of an image. */
    List<Nest> crop(Crop op) {
        List<Axis> loops = axes.of(op.shape().dims());
        return copy(loops, storage.inside(op.image(), op.margins(), loops), binding.access(value, loops));
    }
}
