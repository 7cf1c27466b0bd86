package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The loops of a step and the names of their indices and bounds: {@code n} over rows, {@code k} over DENSE1_IN, {@code j} over DENSE1_OUT. */
final class StepAxes {

    private static final List<String> IMAGE_INDICES = List.of("h", "w", "c");
    private static final List<String> IMAGE_BOUNDS = List.of("HEIGHT", "WIDTH", "CHANNELS");

    static final Axis ROWS = new Axis("n", new Axis.Rows());

    private final String prefix;
    private final boolean prepares;
    private final Constants constants;
    private final Optional<Axis> in;
    private final Optional<Axis> out;
    private final Optional<SlidingAxes> sliding;

    StepAxes(StepPlan plan, Storage storage, Constants constants) {
        this.prefix = plan.constantPrefix();
        this.constants = constants;
        this.prepares = plan.phase() == Step.Phase.PREPARE;
        Optional<Shape> weight = prepares ? preparedWeight(plan) : multipliedWeight(plan);
        this.in = weight.map(shape -> fixed("k", "IN", shape.dims().get(0)));
        this.out = weight.map(shape -> fixed("j", "OUT", shape.dims().get(1)));
        this.sliding = plan.nodes().stream()
                .flatMap(node -> SlidingAxes.of(prefix, node.op(), constants).stream())
                .findFirst();
    }

    /** The shape [in][out] of the weight that a product uses, or whose gradient it is. */
    private static Optional<Shape> multipliedWeight(StepPlan plan) {
        return plan.nodes().stream()
                .filter(node -> node.op() instanceof MatMul)
                .findFirst()
                .map(product -> product.op().operands().stream()
                        .map(Value::shape)
                        .filter(Predicate.not(Shape::perRow))
                        .findFirst()
                        .orElse(product.value().shape()));
    }

    /** The shape [in][out] of a weight that is prepared; of a convolution, a whole window of all channels is in. */
    private static Optional<Shape> preparedWeight(StepPlan plan) {
        return plan.nodes().stream()
                .map(node -> node.value().shape())
                .filter(shape -> shape.rank() > 1)
                .findFirst()
                .map(shape -> Shape.of(shape.size() / shape.last(), shape.last()));
    }

    private Axis fixed(String index, String bound, int size) {
        return new Axis(index, constants.named(prefix + "_" + bound, size));
    }

    /** The loops of the step's sliding window. */
    SlidingAxes sliding() {
        return sliding.orElseThrow();
    }

    /** The loops of a product's left side: rows by what the weight takes or, for the gradient of its inputs, by what it makes. */
    List<Axis> left(MatMul product) {
        boolean ofOutputs = !product.right().shape().perRow() && product.transposeRight();
        return List.of(ROWS, ofOutputs ? out.orElseThrow() : in.orElseThrow());
    }

    /** The loops of a product's right side: the weight or, for its gradient, rows by what it makes. */
    List<Axis> right(MatMul product) {
        return List.of(product.right().shape().perRow() ? ROWS : in.orElseThrow(), out.orElseThrow());
    }

    /** The loop over a vector's elements. */
    private Axis vector(int size) {
        return out.filter(axis -> sized(axis, size))
                .or(() -> in.filter(axis -> sized(axis, size)))
                .orElseGet(() -> fixed("j", "SIZE", size));
    }

    private static boolean sized(Axis axis, int size) {
        return axis.extent() instanceof Axis.Fixed fixed && fixed.size() == size;
    }

    /** The loops over the dims of one row; one for all of them if {@code together}. */
    List<Axis> dims(Shape shape, boolean together) {
        if (shape.rank() == 0) {
            return List.of();
        }
        if (shape.rank() == 1) {
            return List.of(vector(shape.last()));
        }
        if (together) {
            return List.of(fixed("i", "SIZE", shape.size()));
        }
        if (in.isPresent() && (shape.rank() == 2 || prepares)) {
            return List.of(in.get(), out.orElseThrow());
        }
        return sliding.filter(axes -> axes.isOutput(shape))
                .map(SlidingAxes::output)
                .orElseGet(() -> named(shape));
    }

    /** The lines of a table. */
    Axis.Fixed categories(int count) {
        return constants.named(prefix + "_CATEGORIES", count);
    }

    /** Over the last dim of one of several values that lie behind one another. */
    Axis part(int size) {
        return fixed("c", "PART", size);
    }

    /** Over the positions of an image. */
    Axis pixels(int count) {
        return fixed("p", "PIXELS", count);
    }

    /** Where a part begins. */
    Axis.Fixed offset(int from) {
        return from == 0 ? new Axis.Fixed("0", 0) : constants.named(prefix + "_FROM", from);
    }

    /** The last dim of what the parts make. */
    Axis.Fixed whole(int size) {
        return constants.named(prefix + "_CHANNELS", size);
    }

    private List<Axis> named(Shape shape) {
        List<Axis> axes = new ArrayList<>();
        int skipped = IMAGE_INDICES.size() - shape.rank();
        for (int i = 0; i < shape.rank(); i++) {
            axes.add(fixed(
                    IMAGE_INDICES.get(skipped + i),
                    IMAGE_BOUNDS.get(skipped + i),
                    shape.dims().get(i)));
        }
        return axes;
    }
}
