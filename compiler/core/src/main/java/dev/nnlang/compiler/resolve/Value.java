package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.model.Layer;

/**
 * What flows through a chain.
 *
 * @param layer where it comes from
 * @param sound whether all that was written on the way could be resolved; otherwise {@code layer} is the last that could
 */
record Value(Layer layer, boolean sound) {

    Value broken() {
        return new Value(layer, false);
    }
}
