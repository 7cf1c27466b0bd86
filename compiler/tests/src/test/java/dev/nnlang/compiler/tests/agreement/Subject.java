package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.graph.NetworkGraph;

/**
 * A network and a batch on which all ways to compute it must agree.
 *
 * @param text the file, with this network alone
 * @param trainer the graph that is trained, as autodiff leaves it
 * @param evaluator the graph that computes the loss as the network predicts
 */
record Subject(String text, NetworkGraph trainer, NetworkGraph evaluator, Batch batch) {

    /** With weights, statistics and rows that {@code seed} makes. */
    static Subject of(String text, long seed) {
        NetworkGraph trainer = Reference.trainer(text);
        return new Subject(text, trainer, Reference.evaluator(text), Batch.of(trainer, seed));
    }

    int rows() {
        return batch.rows();
    }
}
