package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    List<Nest> largest(PlaceOfMaximum place) {
        String largest = storage.unused("largest");
        Operand pixel = new Operand.Element(binding.access(place.read()));
        Nest reduce = new Nest.Reduce(largest, Nest.Reducer.MAXIMUM, taps(place), Binding.of("element", pixel));
        Nest store = new Nest.Assign(binding.access(Factor.of(value)), Binding.of(largest, new Operand.Local(largest)));
        return Nest.Loop.around(axes.loops(place.shape().dims()), List.of(reduce, store));
    }

    /** To the first element of each window that equals the largest. */
    List<Nest> toLargest(Scatter op, PlaceOfMaximum place) {
        Nest add = new Nest.AddAtFirst(
                taps(place),
                binding.access(place.read()),
                binding.access(Factor.of(maximum(op.labels(), place))),
                binding.access(new Factor(value, place.read().places())),
                Binding.of("element", new Operand.Element(binding.access(Factor.of(op.d())))));
        List<Nest> loops = Nest.Loop.around(axes.loops(place.shape().dims()), List.of(add));
        return List.of(new Nest.Clear(storage.buffer(value)), loops.get(0));
    }

    /** The value that holds what stands at the place. */
    private Value maximum(Value labels, PlaceOfMaximum place) {
        return Stream.concat(
                        storage.readers(labels).stream().filter(node -> node.op() instanceof Gather),
                        storage.readers(place.read().value()).stream()
                                .filter(node -> node.op() instanceof Reduce reduce && !reduce.isSum()))
                .map(Node::value)
                .filter(each -> each.shape().equals(place.shape()))
                .findFirst()
                .orElseThrow();
    }

    /** Those of the window that lie inside the image. */
    private List<Axis> taps(PlaceOfMaximum place) {
        List<Axis> taps = new ArrayList<>();
        for (int i = 0; i < place.read().places().size(); i++) {
            Affine each = place.read().places().get(i);
            if (each.terms().size() == 2) {
                taps.add(axes.inside(each, place.read().dim(i)));
            } else if (place.over().contains(each.terms().get(0).dim())) {
                taps.add(axes.of(each.terms().get(0).dim()));
            }
        }
        return taps.stream().filter(axis -> !axis.isSingle()).toList();
    }
}
