package dev.nnlang.compiler.schedule;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Nest.Loop;
import dev.nnlang.compiler.program.Nest.Reducer;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loop nests of windows that slide over images. */
final class SlidingNests {

    private final Value value;
    private final Storage storage;
    private final SlidingAxes axes;

    SlidingNests(Value value, Storage storage, SlidingAxes axes) {
        this.value = value;
        this.storage = storage;
        this.axes = axes;
    }

    /** The element of an image that the window sees. */
    private Access pixel(Value image) {
        return storage.access(image, axes.pixel());
    }

    /** The element of an output of a convolution. */
    private Access output(Value output) {
        return storage.at(output, List.of(StepAxes.ROWS, axes.h(), axes.w(), axes.f()));
    }

    /** The element of an output with the image's channels. */
    private Access outputOfChannel(Value output) {
        return storage.at(output, List.of(StepAxes.ROWS, axes.h(), axes.w(), axes.c()));
    }

    private static List<Axis> loops(Axis... each) {
        List<Axis> all = new ArrayList<>(List.of(StepAxes.ROWS));
        all.addAll(SlidingAxes.loops(each));
        return all;
    }

    /** Depthwise: each channel's window is added up by itself. */
    List<Nest> depthwise(Convolution op) {
        Expression term = product(pixel(op.image()), depthwiseWeight(op.weight()));
        return perWindow(new Nest.Reduce("sum", Reducer.SUM, SlidingAxes.loops(axes.r(), axes.s()), term), "sum");
    }

    List<Nest> maxPool(MaxPool op) {
        String largest = storage.unused("largest");
        return perWindow(new Nest.Reduce(largest, Reducer.MAXIMUM, taps(), read(pixel(op.image()))), largest);
    }

    List<Nest> sumPool(SumPool op) {
        return perWindow(new Nest.Reduce("sum", Reducer.SUM, taps(), read(pixel(op.image()))), "sum");
    }

    /** Those of the window that lie inside the image: only poolings have padding. */
    private List<Axis> taps() {
        return SlidingAxes.loops(axes.rInside(), axes.sInside());
    }

    private List<Nest> perWindow(Nest reduction, String local) {
        Expression result = new Expression(variable(local), Map.of(local, new Operand.Local(local)));
        List<Nest> body = List.of(reduction, new Nest.Assign(outputOfChannel(value), result));
        return Loop.around(loops(axes.h(), axes.w(), axes.c()), body);
    }

    /** Every output gives back to all pixels that it saw; for each of them a row of dot products with the filters. */
    List<Nest> imageGradient(ConvolutionImageGradient op) {
        if (Convolution.isDepthwise(op.weight().shape())) {
            Expression term = product(outputOfChannel(op.d()), depthwiseWeight(op.weight()));
            return accumulated(pixel(value), term, axes.r(), axes.s(), axes.c());
        }
        List<Axis> rows = loops(axes.h(), axes.w(), axes.r(), axes.s());
        List<Axis> depth = List.of(axes.f());
        Access weight = storage.at(op.weight(), axes.weight());
        return List.of(sums(pixel(value), rows, axes.c(), depth, output(op.d()), weight, false));
    }

    /** Image by image, so that what is added up stays in the cache. */
    List<Nest> weightGradient(ConvolutionWeightGradient op) {
        if (Convolution.isDepthwise(value.shape())) {
            Expression term = product(pixel(op.image()), outputOfChannel(op.d()));
            return accumulated(depthwiseWeight(value), term, axes.r(), axes.s(), axes.c());
        }
        List<Axis> rows = SlidingAxes.loops(axes.r(), axes.s(), axes.c());
        List<Axis> depth = SlidingAxes.loops(axes.h(), axes.w());
        Access target = storage.at(value, axes.weight());
        Nest sums = sums(target, rows, axes.f(), depth, pixel(op.image()), output(op.d()), true);
        return List.of(new Nest.Clear(storage.buffer(value)), new Loop(StepAxes.ROWS, List.of(sums)));
    }

    private static Nest sums(
            Access target,
            List<Axis> rows,
            Axis columns,
            List<Axis> depth,
            Access left,
            Access right,
            boolean accumulate) {
        return Tiles.tiled(new Contraction(
                target, accumulate, true, rows, columns, depth, left, right, Tile.PLAIN, List.of(), Optional.empty()));
    }

    List<Nest> maxPoolGradient(MaxPoolGradient op) {
        Nest add = new Nest.AddAtFirst(
                taps(), pixel(op.image()), outputOfChannel(op.largest()), pixel(value), read(outputOfChannel(op.d())));
        List<Nest> loops = Loop.around(loops(axes.h(), axes.w(), axes.c()), List.of(add));
        return List.of(new Nest.Clear(storage.buffer(value)), loops.get(0));
    }

    List<Nest> sumPoolGradient(SumPoolGradient op) {
        return accumulated(pixel(value), read(outputOfChannel(op.d())), axes.rInside(), axes.sInside(), axes.c());
    }

    private List<Nest> accumulated(Access target, Expression term, Axis... inner) {
        List<Axis> around = new ArrayList<>(loops(axes.h(), axes.w()));
        around.addAll(SlidingAxes.loops(inner));
        List<Nest> loops = Loop.around(around, List.of(new Nest.Accumulate(target, term)));
        return List.of(new Nest.Clear(target.buffer()), loops.get(0));
    }

    private Access depthwiseWeight(Value weight) {
        return storage.at(weight, List.of(axes.r(), axes.s(), axes.c()));
    }

    private static Expression read(Access access) {
        return new Expression(variable("element"), Map.of("element", new Operand.Element(access)));
    }

    private static Expression product(Access left, Access right) {
        Formula formula = Formulas.multiply(variable("left"), variable("right"));
        return new Expression(formula, Map.of("left", new Operand.Element(left), "right", new Operand.Element(right)));
    }
}
