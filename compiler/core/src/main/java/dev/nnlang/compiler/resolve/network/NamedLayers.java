package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.syntax.Flow;

/**
 * Layers that a {@code let} names: {@code let twin = dense(16) -> tanh}. Wherever the name stands, they have the same weights.
 *
 * @param sound whether nothing is wrong with them
 */
record NamedLayers(Flow flow, SharedWeights weights, boolean sound) {}
