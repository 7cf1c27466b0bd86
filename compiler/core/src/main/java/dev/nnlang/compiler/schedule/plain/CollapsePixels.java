package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one loop of those over the rows of a batch and over the pixels of each image, where nothing tells them apart.
 *
 * <p>Before: {@code for n: for h: for w: sum += d[n][h][w][c]}. After: {@code for pixel < rows * HEIGHT * WIDTH: sum += d[pixel][c]}.
 */
final class CollapsePixels {

    private final NameScope names;

    private CollapsePixels(NameScope names) {
        this.names = names;
    }

    static List<Nest> collapse(List<Nest> nests, NameScope names) {
        CollapsePixels collapsing = new CollapsePixels(names);
        return nests.stream().map(collapsing::inside).toList();
    }

    private Nest inside(Nest nest) {
        if (!(nest instanceof Nest.Loop loop)) {
            return nest;
        }
        Nest.Loop collapsed = collapsed(loop).orElse(loop);
        return new Nest.Loop(collapsed.axis(), collapse(collapsed.body(), names.inside()));
    }

    /** Empty if there is no other loop right inside, or some element is not found by counting pixels. */
    private Optional<Nest.Loop> collapsed(Nest.Loop loop) {
        List<Axis> axes = new ArrayList<>();
        Nest.Loop innermost = loop;
        while (innermost != null) {
            axes.add(innermost.axis());
            innermost =
                    innermost.body().size() == 1 && innermost.body().get(0) instanceof Nest.Loop inner ? inner : null;
        }
        if (!loop.axis().overRows()) {
            return Optional.empty();
        }
        for (int count = axes.size(); count > 1; count--) {
            Optional<Nest.Loop> collapsed = collapsed(loop, List.copyOf(axes.subList(0, count)));
            if (collapsed.isPresent()) {
                return collapsed;
            }
        }
        return Optional.empty();
    }

    private Optional<Nest.Loop> collapsed(Nest.Loop loop, List<Axis> axes) {
        List<Nest> body = loop.body();
        for (Axis axis : axes.subList(1, axes.size())) {
            body = ((Nest.Loop) body.get(0)).body();
        }
        boolean simple = axes.stream().allMatch(axis -> axis.extent().equals(axis.whole()))
                && body.stream().allMatch(nest -> counts(nest, axes));
        if (!simple) {
            return Optional.empty();
        }
        Axis pixel = new Axis(
                names.inside().declare("pixel"),
                new Axis.Product(axes.stream().map(Axis::extent).toList()));
        return Optional.of(new Nest.Loop(pixel, Nests.replace(body, List.of(), (indices, open) -> {
            if (!begins(indices, axes)) {
                return indices;
            }
            List<Index> counted = new ArrayList<>(List.of(new Index.At(pixel)));
            counted.addAll(indices.subList(axes.size(), indices.size()));
            return counted;
        })));
    }

    /** Whether each place begins with all of the loops, or knows none of them. */
    private static boolean counts(Nest nest, List<Axis> axes) {
        boolean bare = nest.operands()
                .noneMatch(operand -> operand instanceof Operand.Position position && axes.contains(position.axis()));
        Stream<List<Index>> noise = nest.operands()
                .filter(Operand.Noise.class::isInstance)
                .map(operand -> ((Operand.Noise) operand).place());
        boolean listed = !(nest instanceof Nest.AddAtFirst)
                && nest.axes().noneMatch(axis -> axis.extent() instanceof Axis.TapsInside);
        return bare
                && listed
                && Stream.concat(nest.accesses().map(Access::indices), noise)
                        .allMatch(indices -> begins(indices, axes) || knowsNone(indices, axes));
    }

    private static boolean begins(List<Index> indices, List<Axis> axes) {
        return indices.size() >= axes.size()
                && indices.subList(0, axes.size()).equals(Index.at(axes))
                && knowsNone(indices.subList(axes.size(), indices.size()), axes);
    }

    private static boolean knowsNone(List<Index> indices, List<Axis> axes) {
        return indices.stream().noneMatch(index -> axes.stream().anyMatch(index::follows));
    }
}
