package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All passes, in the order in which they run. */
public final class Rewrites {

    /** Those of predictors come before all others: behind them layers are still told apart, and with them what each costs. */
    private static final List<UnaryOperator<Graph>> OF_PREDICTORS = List.of(FoldBatchNorm::run);

    private static final List<UnaryOperator<Graph>> PASSES = List.of(
            // First, so that what autodiff seeds (the loss's own gradient is 1) disappears into the formulas that read
            // it.
            InlineConstants::run,
            // After differentiation, which knows softmax and cross entropy as a whole.
            ExpandSoftmax::run,
            // Before equal nodes are merged: formulas that mean the same should be written the same.
            SimplifyFormulas::run,
            TakeOutOfSums::run,
            // Behind it, because what it leaves is divided by no more.
            FactorsFirst::run,
            // The loss's gradient computes the softmax that the output has computed already.
            MergeEqualNodes::run,
            // The gradient of binary_cross_entropy reads the sigmoid that is the output.
            ReuseValues::run,
            // Before formulas are fused: a value that is only renamed would hide that two formulas could be one.
            BypassIdentities::run,
            // Before fusing, which asks how often a value is read.
            RemoveUnusedNodes::run,
            FuseElementwise::run,
            // Behind it: only then is what a layer adds up known.
            SumEachRowFirst::run,
            // Behind all that looks for convolutions: they read the same image as other ops only until here.
            PadImages::run);

    private Rewrites() {}

    /** Runs what can be done only because a predictor's weights do not change. */
    public static Graph ofPredictor(Graph graph) {
        return run(OF_PREDICTORS, graph, changed -> {});
    }

    /** Runs every pass once. */
    public static Graph run(Graph graph) {
        return run(graph, changed -> {});
    }

    /** Runs every pass once, and shows to {@code verifier} what each has made. */
    public static Graph run(Graph graph, Consumer<Graph> verifier) {
        return run(PASSES, graph, verifier);
    }

    private static Graph run(List<UnaryOperator<Graph>> passes, Graph graph, Consumer<Graph> verifier) {
        Graph current = graph;
        for (UnaryOperator<Graph> pass : passes) {
            current = pass.apply(current);
            verifier.accept(current);
        }
        return current;
    }
}
