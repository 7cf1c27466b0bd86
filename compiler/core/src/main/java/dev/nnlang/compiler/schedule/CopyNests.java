package dev.nnlang.compiler.schedule;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.graph.Shape;
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

    CopyNests(Value value, Storage storage, StepAxes axes) {
        this.value = value;
        this.storage = storage;
        this.axes = axes;
    }

    List<Nest> concat(Concat op) {
        List<Nest> nests = new ArrayList<>();
        int from = 0;
        for (Value part : op.parts()) {
            nests.addAll(copy(part, value, from, true));
            from += part.shape().last();
        }
        return nests;
    }

    List<Nest> slice(Slice op) {
        return copy(value, op.argument(), op.from(), false);
    }

    /** Between a part and its place in a whole. */
    private List<Nest> copy(Value part, Value whole, int from, boolean intoWhole) {
        List<Axis> loops = new ArrayList<>();
        if (part.shape().perRow()) {
            loops.add(StepAxes.ROWS);
        }
        loops.addAll(pixels(part.shape()));
        Axis along = axes.part(part.shape().last());
        List<Axis> outer = List.copyOf(loops);
        loops.add(along);
        Access inPart = storage.at(part, loops);
        List<Index> indices = new ArrayList<>(Index.at(outer));
        indices.add(new Index.Shifted(
                new Index.At(along), axes.offset(from), axes.whole(whole.shape().last())));
        Access inWhole = storage.access(whole, indices);
        return intoWhole ? copy(loops, inPart, inWhole) : copy(loops, inWhole, inPart);
    }

    private static List<Nest> copy(List<Axis> loops, Access from, Access to) {
        Expression element = new Expression(variable("element"), Map.of("element", new Operand.Element(from)));
        return Nest.Loop.around(loops, List.of(new Nest.Assign(to, element)));
    }

    /** An image into the middle of a larger one. */
    List<Nest> pad(Pad op) {
        List<Axis> loops = image(op.image().shape());
        return copy(loops, storage.at(op.image(), loops), storage.inside(value, op.margins(), loops));
    }

    /** The middle of an image. */
    List<Nest> crop(Crop op) {
        List<Axis> loops = image(op.shape());
        return copy(loops, storage.inside(op.image(), op.margins(), loops), storage.at(value, loops));
    }

    private List<Axis> image(Shape shape) {
        List<Axis> loops = new ArrayList<>(List.of(StepAxes.ROWS));
        loops.addAll(axes.dims(shape, false));
        return loops;
    }

    /** All dims but the last are one loop. */
    private List<Axis> pixels(Shape shape) {
        int count = shape.size() / shape.last();
        return count == 1 ? List.of() : List.of(axes.pixels(count));
    }
}
