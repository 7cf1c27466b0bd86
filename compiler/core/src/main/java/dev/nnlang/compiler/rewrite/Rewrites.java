package dev.nnlang.compiler.rewrite;

import dev.nnlang.compiler.graph.Graph;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All passes, in the order in which they run. */
public final class Rewrites {

    /** One of them, under the name of its class. */
    record Pass(String name, UnaryOperator<Graph> change) {}

    /** Those of predictors come before all others: behind them layers are still told apart, and with them what each costs. */
    private static final List<Pass> OF_PREDICTORS = List.of(new Pass("FoldBatchNorm", FoldBatchNorm::run));

    private static final List<Pass> PASSES = List.of(
            // First, so that what autodiff seeds (the loss's own gradient is 1) disappears into the formulas that read
            // it.
            new Pass("InlineConstants", InlineConstants::run),
            // After differentiation, which knows softmax and cross entropy as a whole.
            new Pass("ExpandSoftmax", ExpandSoftmax::run),
            // Before equal nodes are merged: formulas that mean the same should be written the same.
            new Pass("SimplifyFormulas", SimplifyFormulas::run),
            new Pass("TakeOutOfSums", TakeOutOfSums::run),
            // Behind it, because what it leaves is divided by no more.
            new Pass("FactorsFirst", FactorsFirst::run),
            // The loss's gradient computes the softmax that the output has computed already.
            new Pass("MergeEqualNodes", MergeEqualNodes::run),
            // The gradient of binary_cross_entropy reads the sigmoid that is the output.
            new Pass("ReuseValues", ReuseValues::run),
            // Before formulas are fused: a value that is only renamed would hide that two formulas could be one.
            new Pass("BypassIdentities", BypassIdentities::run),
            // Before fusing, which asks how often a value is read.
            new Pass("RemoveUnusedNodes", RemoveUnusedNodes::run),
            new Pass("FuseElementwise", FuseElementwise::run),
            // Behind it: only then is what a layer adds up known.
            new Pass("SumEachRowFirst", SumEachRowFirst::run),
            // Behind all that looks for convolutions: they read the same image as other ops only until here.
            new Pass("PadImages", PadImages::run));

    private Rewrites() {}

    /** Those that the graph of a predictor, or of a trainer, goes through. */
    static List<Pass> passes(boolean predictor) {
        return predictor
                ? Stream.concat(OF_PREDICTORS.stream(), PASSES.stream()).toList()
                : PASSES;
    }

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

    private static Graph run(List<Pass> passes, Graph graph, Consumer<Graph> verifier) {
        Graph current = graph;
        for (Pass pass : passes) {
            current = pass.change().apply(current);
            verifier.accept(current);
        }
        return current;
    }
}
