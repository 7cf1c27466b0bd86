package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import java.util.List;

/** {@code Iris.Prediction}: what a network says of one row. */
interface PredictionClass {

    static PredictionClass of(Network network, Names names) {
        ClassName name = names.prediction(network);
        return network.outputs().size() == 1
                ? new SinglePrediction(network.outputs().get(0), name, names)
                : new JointPrediction(network.outputs(), name, names);
    }

    TypeSpec type();

    /** The method {@code prediction}, which takes row {@code n} of the outputs for a prediction, and what it calls. */
    List<MethodSpec> reading(List<Buffer> outputs, BufferCode buffers);
}
