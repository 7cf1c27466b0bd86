package dev.nnlang.compiler.emit.network;

import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contents;
import dev.nnlang.compiler.program.Programs;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a network when its classes are printed.
 *
 * @param trainer the programs of training; empty if there is none, or it is not wanted
 * @param fingerprint what tells the network from others
 * @param layerTable the layers with shapes and sizes, for the class comment
 */
public record NetworkUnit(
        Network network, Programs predictor, Optional<Programs> trainer, String fingerprint, String layerTable) {

    /**
     * The columns whose elements are in {@code fed}, in order.
     *
     * @throws IllegalArgumentException if the caller does not fill it
     */
    public List<Column> columns(Buffer fed) {
        if (fed.contents().orElse(null) instanceof Contents.Fed contents) {
            return contents.columns().stream().map(network.data()::column).toList();
        }
        throw new IllegalArgumentException(fed + " is not fed");
    }
}
