package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.Lookup;
import dev.nnlang.compiler.graph.op.LookupGradient;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.Slice;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Statistic;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.graph.op.Weight;

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
    public Long feed(Feed op) {
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
    public Long statistic(Statistic op) {
        return 0L;
    }

    @Override
    public Long noise(Noise op) {
        return (long) op.shape().size();
    }

    /** A multiplication and an addition for each term; of a weight's gradient, which sums over rows, what one row adds. */
    @Override
    public Long matMul(MatMul op) {
        long terms = (long) op.left().shape().size() * op.right().shape().size();
        boolean overRows = op.left().shape().perRow() && op.right().shape().perRow();
        long shared = op.transposeLeft()
                ? op.left().shape().dims().get(0)
                : op.left().shape().last();
        return 2 * (overRows ? terms : terms / shared);
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
    public Long sumTo(SumTo op) {
        return (long) op.argument().shape().size();
    }

    @Override
    public Long maxTo(MaxTo op) {
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
    public Long select(Select op) {
        return 0L;
    }

    @Override
    public Long oneHot(OneHot op) {
        return 0L;
    }

    @Override
    public Long lookup(Lookup op) {
        return 0L;
    }

    @Override
    public Long lookupGradient(LookupGradient op) {
        return (long) op.d().shape().size();
    }

    @Override
    public Long reshape(Reshape op) {
        return 0L;
    }

    @Override
    public Long convolution(Convolution op) {
        return convolving(op.weight().shape(), op.shape());
    }

    @Override
    public Long convolutionImageGradient(ConvolutionImageGradient op) {
        return convolving(op.weight().shape(), op.d().shape());
    }

    @Override
    public Long convolutionWeightGradient(ConvolutionWeightGradient op) {
        return convolving(op.shape(), op.d().shape());
    }

    /** Each weight meets each position once. */
    private static long convolving(Shape weight, Shape output) {
        return 2L * weight.size() * (output.size() / output.last());
    }

    @Override
    public Long maxPool(MaxPool op) {
        return (long) op.shape().size() * op.window().area();
    }

    @Override
    public Long maxPoolGradient(MaxPoolGradient op) {
        return (long) op.d().shape().size() * op.window().area();
    }

    @Override
    public Long sumPool(SumPool op) {
        return (long) op.shape().size() * op.window().area();
    }

    @Override
    public Long sumPoolGradient(SumPoolGradient op) {
        return (long) op.d().shape().size() * op.window().area();
    }

    @Override
    public Long slice(Slice op) {
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

    @Override
    public Long crop(Crop op) {
        return 0L;
    }
}
