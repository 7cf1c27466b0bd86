package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matrix products and what else adds up products, together with what follows them element by element. */
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

    Nest matMul(MatMul product) {
        List<Axis> left = axes.left(product);
        List<Axis> right = axes.right(product);
        Axis rows = left.get(product.transposeLeft() ? 1 : 0);
        Axis depth = left.get(product.transposeLeft() ? 0 : 1);
        Axis columns = right.get(product.transposeRight() ? 0 : 1);
        return contraction(
                List.of(rows),
                columns,
                List.of(depth),
                storage.at(product.left(), left),
                storage.at(product.right(), right));
    }

    /** With what follows it element by element. */
    private Nest contraction(List<Axis> rows, Axis columns, List<Axis> depth, Access left, Access right) {
        List<Axis> result = new ArrayList<>(rows);
        result.add(columns);
        List<Nest> epilogue = Epilogue.of(node, plan.nodes()).stream()
                .flatMap(each -> stored(each, result).stream())
                .toList();
        Access target = storage.at(node.value(), result);
        return Tiles.tiled(new Contraction(
                target, false, true, rows, columns, depth, left, right, Tile.PLAIN, epilogue, Optional.empty()));
    }

    /** An image's convolution: each output position is a row, each filter a column. */
    Nest convolution(Convolution convolution) {
        SlidingAxes sliding = axes.sliding();
        return contraction(
                List.of(StepAxes.ROWS, sliding.h(), sliding.w()),
                sliding.f(),
                SlidingAxes.loops(sliding.r(), sliding.s(), sliding.c()),
                storage.access(convolution.image(), sliding.pixel()),
                storage.at(convolution.weight(), sliding.weight()));
    }

    private List<Nest> stored(Node each, List<Axis> result) {
        return new ElementNests(each, storage, axes, binding)
                .store(binding.bind((MapElements) each.op(), result), result);
    }
}
