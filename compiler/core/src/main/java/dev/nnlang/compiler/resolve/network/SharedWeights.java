package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.model.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weights of a {@code let} that names layers. They belong to the layers of its first use; those of the others come in the same order. */
final class SharedWeights {

    private final List<Layer> owners = new ArrayList<>();

    /** A walk along the layers, one for each use. */
    Walk use() {
        return new Walk();
    }

    /** Where one use is. */
    final class Walk {

        private int position;

        /** Whose weights the next layer has; empty if this is the first use. */
        Optional<Layer> owner() {
            return position < owners.size()
                    ? Optional.of(owners.get(position))
                            .map(layer -> layer.sharing().orElse(layer))
                    : Optional.empty();
        }

        void pass(Layer layer) {
            if (position == owners.size()) {
                owners.add(layer);
            }
            position++;
        }
    }
}
