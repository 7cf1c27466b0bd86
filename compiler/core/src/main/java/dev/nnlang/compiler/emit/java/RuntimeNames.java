package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** The classes of the runtime, and of the JDK, that generated classes use. */
public final class RuntimeNames {

    private static final String TRAINING = "dev.nnlang.training";

    public static final ClassName MODEL_FILE = runtime("ModelFile");
    public static final ClassName MODEL_FILE_EXCEPTION = runtime("ModelFileException");
    public static final ClassName SIMD = ClassName.get("dev.nnlang.runtime.simd", "Simd");
    public static final ClassName MEMBER = runtime("Member");
    public static final ClassName NOISE = runtime("Noise");
    public static final ClassName TEAM_PASS = runtime("TeamPass");
    public static final ClassName TEAM_TRAINER = training("network", "TeamTrainer");
    public static final ClassName SOLO_TRAINER = training("network", "SoloTrainer");
    public static final ClassName PARAMETER = training("network", "Parameter");
    public static final ClassName ACTIVATION = training("network", "Activation");
    public static final ClassName INITIALIZER = training("network", "Initializer");
    public static final ClassName PORT = training("network", "Port");
    public static final ClassName SETTINGS = training("settings", "Settings");
    public static final ClassName SCHEDULE = training("settings", "Schedule");
    public static final ClassName UNTIL = training("settings", "Until");
    public static final ClassName TRAINING_TASK = ClassName.get(TRAINING, "TrainingTask");
    public static final ClassName TRAINING_PROGRAM = training("console", "TrainingProgram");
    public static final ClassName SCHEMA = training("data", "Schema");
    public static final ClassName COLUMN = training("data", "Column");
    public static final ClassName PREPROCESSING = training("data", "Preprocessing");
    public static final ClassName SOURCE = training("data", "Source");
    public static final ClassName SPLIT = training("data", "Split");
    public static final ClassName TABLE = training("data", "Table");
    public static final ClassName ROW_POLICY = training("data", "RowPolicy");
    public static final ClassName AUGMENTATION = training("data", "Augmentation");

    private RuntimeNames() {}

    public static TypeName listOf(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), element);
    }

    /** The class that applies a transform: {@code Standardize} for {@code standardize}. */
    public static ClassName transform(String transform) {
        return runtime(Character.toUpperCase(transform.charAt(0)) + transform.substring(1));
    }

    private static ClassName runtime(String name) {
        return ClassName.get("dev.nnlang.runtime", name);
    }

    private static ClassName training(String room, String name) {
        return ClassName.get(TRAINING + "." + room, name);
    }
}
