package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ClassName;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.JavaNames;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.Network;

/** What the generated classes, and those of the runtime that they use, are called. */
public final class Names {

    static final ClassName MODEL_FILE = runtime("ModelFile");
    static final ClassName MODEL_FILE_EXCEPTION = runtime("ModelFileException");

    static final ClassName MEMBER = runtime("Member");
    static final ClassName NOISE = runtime("Noise");
    static final ClassName TEAM_PASS = runtime("TeamPass");
    static final ClassName TEAM_TRAINER = training("TeamTrainer");
    static final ClassName PARAMETER = training("Parameter");
    static final ClassName ACTIVATION = training("Activation");
    static final ClassName INITIALIZER = training("Initializer");
    static final ClassName PORT = training("Port");
    static final ClassName SETTINGS = training("Settings");
    static final ClassName SCHEDULE = training("Schedule");
    static final ClassName UNTIL = training("Until");
    static final ClassName TRAINING_TASK = training("TrainingTask");
    static final ClassName TRAINING_PROGRAM = ClassName.get("dev.nnlang.training.console", "TrainingProgram");
    static final ClassName SCHEMA = data("Schema");
    static final ClassName COLUMN = data("Column");
    static final ClassName PREPROCESSING = data("Preprocessing");
    static final ClassName SOURCE = data("Source");
    static final ClassName SPLIT = data("Split");
    static final ClassName TABLE = data("Table");
    static final ClassName ROW_POLICY = data("RowPolicy");
    static final ClassName AUGMENTATION = data("Augmentation");

    private final String packageName;

    public Names(Model model) {
        this.packageName = model.packageName();
    }

    /** {@code samples.iris.Iris}. */
    public String predictorClass(Network network) {
        return predictor(network).canonicalName();
    }

    /** {@code samples.iris.IrisTrainer}. */
    public String trainerClass(Network network) {
        return trainer(network).canonicalName();
    }

    /** {@code Iris}. */
    ClassName predictor(Network network) {
        return ClassName.get(packageName, network.name());
    }

    /** {@code Iris.Prediction}. */
    ClassName prediction(Network network) {
        return predictor(network).nestedClass("Prediction");
    }

    /** {@code IrisTrainer}. */
    ClassName trainer(Network network) {
        return ClassName.get(packageName, JavaNames.trainerOf(network.name()));
    }

    /** {@code IrisTrainerSimd}. */
    static ClassName simd(ClassName scalar) {
        return ClassName.get(scalar.packageName(), JavaNames.simdOf(scalar.simpleName()));
    }

    /** {@code Flower}. */
    ClassName row(DataSet data) {
        return ClassName.get(packageName, data.name());
    }

    /** {@code FlowerData}. */
    ClassName reader(DataSet data) {
        return ClassName.get(packageName, JavaNames.readerOf(data.name()));
    }

    /** {@code Species}. */
    ClassName labels(Column column) {
        return ClassName.get(packageName, JavaNames.enumOf(column.name()));
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The class of the runtime that applies a transform: {@code Standardize}. */
    static ClassName transform(String transform) {
        return runtime(capitalized(transform));
    }

    private static ClassName runtime(String name) {
        return ClassName.get("dev.nnlang.runtime", name);
    }

    private static ClassName training(String name) {
        return ClassName.get("dev.nnlang.training", name);
    }

    private static ClassName data(String name) {
        return ClassName.get("dev.nnlang.training.data", name);
    }
}
