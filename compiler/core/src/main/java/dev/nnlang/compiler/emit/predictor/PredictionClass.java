package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** {@code Iris.Prediction}: what a network says of one row, taken from a {@link WorkspaceClass workspace}. */
public interface PredictionClass {

    static PredictionClass of(ClassName name, List<OutputCode> outputs, WorkspaceClass workspace) {
        return outputs.size() == 1
                ? new SinglePrediction(outputs.get(0), name, workspace)
                : new JointPrediction(outputs, name, workspace);
    }

    TypeSpec type();
}
