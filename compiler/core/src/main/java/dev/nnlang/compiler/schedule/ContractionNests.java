package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loop nests of sums of products, together with what follows them element by element. */
final class ContractionNests {

    private final Node node;
    private final StepPlan plan;
    private final Storage storage;
    private final StepAxes axes;
    private final Binding binding;

    ContractionNests(Node node, StepPlan plan, Storage storage, StepAxes axes, Binding binding) {
        this.node = node;
        this.plan = plan;
        this.storage = storage;
        this.axes = axes;
        this.binding = binding;
    }

    List<Nest> nests(Contract sums) {
        SumLoops loops = SumLoops.of(sums);
        if (loops.columns().isEmpty()) {
            return new SumNests(node.value(), loops, binding, axes, storage).nests();
        }
        if (!loops.addsUpRows()) {
            return List.of(contraction(loops, loops.depth(), false));
        }
        // Row by row, so that what is added up stays in the cache.
        List<Dim> ofRow = new ArrayList<>(loops.depth());
        ofRow.remove(Dim.ROWS);
        return List.of(
                new Nest.Clear(storage.buffer(node.value())),
                new Nest.Loop(StepAxes.ROWS, List.of(contraction(loops, ofRow, true))));
    }

    private Nest contraction(SumLoops loops, List<Dim> depth, boolean accumulates) {
        Axis columns = axes.of(loops.columns().orElseThrow());
        List<Axis> rows = several(loops.rows());
        List<Axis> result = new ArrayList<>(axes.of(loops.rows()));
        result.add(columns);
        List<Nest> epilogue = loops.scatters() || accumulates
                ? List.of()
                : Epilogue.of(node, plan.nodes()).stream()
                        .flatMap(each -> stored(each, result).stream())
                        .toList();
        return Tiles.tiled(new Contraction(
                target(loops),
                accumulates,
                true,
                rows,
                columns,
                several(depth),
                binding.access(loops.left()),
                binding.access(loops.right()),
                Tile.PLAIN,
                epilogue,
                Optional.empty()));
    }

    /** Of several dims those that are worth a loop. */
    private List<Axis> several(List<Dim> dims) {
        return dims.size() == 1 ? axes.of(dims) : axes.loops(dims);
    }

    private Access target(SumLoops loops) {
        return binding.access(new Factor(node.value(), loops.target()));
    }

    private List<Nest> stored(Node each, List<Axis> result) {
        return new ElementNests(each, storage, axes, binding)
                .store(binding.bind((MapElements) each.op(), result), result);
    }
}
