package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;

/** The loop nests of the largest of each window. */
final class WindowNests {

    private final Value value;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    WindowNests(Value value, Storage storage, StepAxes axes, Binding binding) {
        this.value = value;
        this.storage = storage;
        this.axes = axes;
        this.binding = binding;
    }

    List<Nest> maxPool(MaxPool op) {
        String largest = storage.unused("largest");
        Operand pixel = new Operand.Element(binding.access(op.image()));
        Nest reduce = new Nest.Reduce(largest, Nest.Reducer.MAXIMUM, taps(op), Binding.of("element", pixel));
        Nest store = new Nest.Assign(binding.access(Factor.of(value)), Binding.of(largest, new Operand.Local(largest)));
        return Nest.Loop.around(axes.loops(op.shape().dims()), List.of(reduce, store));
    }

    List<Nest> maxPoolGradient(MaxPoolGradient op) {
        MaxPool pool = op.pool();
        Nest add = new Nest.AddAtFirst(
                taps(pool),
                binding.access(pool.image()),
                binding.access(Factor.of(op.largest())),
                binding.access(new Factor(value, pool.image().places())),
                Binding.of("element", new Operand.Element(binding.access(Factor.of(op.d())))));
        List<Nest> loops = Nest.Loop.around(axes.loops(pool.shape().dims()), List.of(add));
        return List.of(new Nest.Clear(storage.buffer(value)), loops.get(0));
    }

    /** Those of the window that lie inside the image. */
    private List<Axis> taps(MaxPool pool) {
        List<Axis> taps = new ArrayList<>();
        for (int i = 0; i < pool.image().places().size(); i++) {
            Affine place = pool.image().places().get(i);
            if (place.terms().size() == 2) {
                taps.add(axes.inside(place, pool.image().dim(i)));
            }
        }
        return taps.stream().filter(axis -> !axis.isSingle()).toList();
    }
}
