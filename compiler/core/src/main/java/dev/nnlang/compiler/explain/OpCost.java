package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.stream.Stream;

/** Floating-point operations of one row. Each operator and each function of a formula counts as one; so does what combines two terms of a sum. */
public final class OpCost implements Op.Visitor<Long> {

    private OpCost() {}

    /** Of a whole graph. */
    public static long of(Graph graph) {
        return graph.nodes().stream().mapToLong(OpCost::of).sum();
    }

    static long of(Node node) {
        return node.op().accept(new OpCost());
    }

    @Override
    public Long input(Input op) {
        return 0L;
    }

    @Override
    public Long weight(Weight op) {
        return 0L;
    }

    @Override
    public Long literal(Literal op) {
        return 0L;
    }

    @Override
    public Long runningStatistic(RunningStatistic op) {
        return 0L;
    }

    @Override
    public Long noise(Noise op) {
        return (long) op.shape().size();
    }

    /** An addition for each term, and a multiplication where there are two factors; of a sum over rows, what one row adds. */
    @Override
    public Long contract(Contract op) {
        long terms = Stream.concat(op.shape().dims().stream(), op.over().stream())
                .filter(dim -> !dim.isRows())
                .mapToLong(Dim::size)
                .reduce(1, Math::multiplyExact);
        // Of a place that is divided, only those that come out whole are read.
        long read = op.factors().stream()
                .flatMap(factor -> factor.places().stream())
                .mapToLong(Affine::divisor)
                .reduce(1, Math::multiplyExact);
        return terms * op.factors().size() / read;
    }

    @Override
    public Long mapElements(MapElements op) {
        long[] count = {0};
        FormulaRewriter.transform(op.formula(), part -> {
            boolean operation = !(part instanceof Formula.Constant || part instanceof Formula.Variable);
            count[0] += operation ? 1 : 0;
            return part;
        });
        return count[0] * op.shape().size();
    }

    @Override
    public Long reduce(Reduce op) {
        return (long) op.argument().shape().size();
    }

    /** Maximum, difference, exponential, sum and quotient. */
    @Override
    public Long softmax(Softmax op) {
        return 5L * op.shape().size();
    }

    /** Maximum, difference, exponential, sum; at last a logarithm and two more. */
    @Override
    public Long crossEntropy(CrossEntropy op) {
        return 4L * op.logits().shape().size() + 3;
    }

    @Override
    public Long oneHot(OneHot op) {
        return 0L;
    }

    @Override
    public Long gather(Gather op) {
        return 0L;
    }

    @Override
    public Long scatter(Scatter op) {
        return (long) op.d().shape().size();
    }

    /** A comparison for each element. */
    @Override
    public Long placeOfMaximum(PlaceOfMaximum op) {
        return (long) op.shape().size() * op.over().stream().mapToInt(Dim::size).reduce(1, Math::multiplyExact);
    }

    @Override
    public Long reshape(Reshape op) {
        return 0L;
    }

    @Override
    public Long concat(Concat op) {
        return 0L;
    }

    @Override
    public Long pad(Pad op) {
        return 0L;
    }
}
