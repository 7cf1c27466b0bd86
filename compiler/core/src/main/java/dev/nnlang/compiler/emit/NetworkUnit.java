package dev.nnlang.compiler.emit;

import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a network when its classes are printed.
 *
 * @param trainer the program of training; empty if there is none, or it is not wanted
 * @param weights of each weight, by the name of its buffer
 * @param feeds the columns that each fed buffer holds, by its name
 * @param literals the numbers in each constant buffer, by its name
 * @param fingerprint what tells the network from others
 * @param layerTable the layers with shapes and sizes, for the class comment
 */
public record NetworkUnit(
        Network network,
        Program predictor,
        Optional<Program> trainer,
        Map<String, WeightInfo> weights,
        Map<String, List<Column>> feeds,
        Map<String, List<Double>> literals,
        String fingerprint,
        String layerTable) {

    /**
     * What a model file and a trainer must know of a weight.
     *
     * @param name in model files: {@code dense1.weight}
     */
    public record WeightInfo(String name, InitialValues initial) {}

    String weightName(Buffer weight) {
        return weights.get(weight.name()).name();
    }

    List<Column> columns(Buffer fed) {
        return feeds.get(fed.name());
    }
}
