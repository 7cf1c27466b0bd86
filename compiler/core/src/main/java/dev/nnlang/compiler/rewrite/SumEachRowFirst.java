package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Reduce;

/**
 * Adds up the pixels of each image before the images: threads then share images, of which each reads its own, and not channels, for which each
 * would read all of memory. The order of the sums is the same for any number of threads.
 */
final class SumEachRowFirst {

    /** Sums over fewer elements of a row are as well shared by channels. */
    private static final int WORTH_SUMMING = 1024;

    private SumEachRowFirst() {}

    static Graph run(Graph graph) {
        GraphBuilder walk = GraphBuilder.rebuilding(graph);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Reduce sum && isOfImages(sum)) {
                Shape ofRow = Shape.perRow(sum.shape().dims());
                Value sums = walk.add(node.value().name() + "OfRows", Reduce.sum(sum.argument(), ofRow), node.origin());
                walk.keep(node, Reduce.sum(sums, sum.shape()));
            } else {
                walk.keep(node, node.op());
            }
        }
        return walk.build(graph.outputs());
    }

    private static boolean isOfImages(Reduce sum) {
        Shape argument = sum.argument().shape();
        return sum.isSum()
                && argument.perRow()
                && !sum.shape().perRow()
                && sum.shape().rank() == 1
                && argument.rank() > 1
                && argument.size() >= WORTH_SUMMING;
    }
}
