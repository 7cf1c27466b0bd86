package dev.nnlang.compiler.explain;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.FormulaRewriter;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.Softmax;
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
    public Long reshape(Reshape op) {
        return 0L;
    }
}
