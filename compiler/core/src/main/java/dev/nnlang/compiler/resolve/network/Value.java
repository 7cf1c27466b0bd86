package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What flows through a chain.
 *
 * @param layer where it comes from
 * @param sound whether all that was written on the way could be resolved; otherwise {@code layer} is the last that could
 */
record Value(Layer layer, boolean sound) {

    /** A value to go on with where none was found. */
    static Value nothing(Span place) {
        Layer.Input unknown = new Layer.Input(List.of());
        return new Value(new Layer("", unknown, List.of(), Optional.empty(), List.of(), place), false);
    }

    Value broken() {
        return new Value(layer, false);
    }
}
