package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.model.JavaNames;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks, data and columns may be called as the classes are that generated code names, or else are refused. */
class HostileClassNamesTest {

    /** A column begins in lower case as a variable: some are then called as fields of a trainer. */
    private static final List<String> NAMES = List.of((
            // Of the runtime and of training.
            "Functions Member ModelFile ModelFileException Noise Team TeamPass Standardize Center Scale Impute "
                    + "Activation Initializer Parameter Port Schedule Settings TeamTrainer Trainable TrainingProgram TrainingTask Until "
                    + "Augmentation Column Preprocessing RowPolicy Schema Source Split Table "
                    // Of vectors.
                    + "Lanes Pack Panels Scratch Simd VectorFunctions VectorNoise Vectors "
                    + "Float FloatVector Mask Species Vector VectorMask VectorOperators VectorSpecies "
                    // Of Java.
                    + "ArrayList Arrays Duration IOException IllegalArgumentException IllegalStateException Iterable List Map "
                    + "Math MethodHandles Object Objects Optional Override Path Set String Supplier "
                    // Of what is generated, nested or not.
                    + "Builder Data Inputs Lookup Pass Prediction Row Seed Steps Trainer Training Work Workspace")
            .split(" "));

    private static final String TABLE = """
            data %1$s {
              input  length, width: real -> impute(median) -> standardize
              input  place: one of here, there
              input  shape: real[8] -> scale(0..1)
              target %2$s: one of a, b, c
              target price: real -> center
              source: csv("rows.csv")
              split:  stratified(train: 80%%, validation: 20%%)
            }
            network %3$s for %1$s {
              let trunk = input -> dense(40) -> tanh -> dropout(0.5)
              trunk -> dense(classes) -> softmax -> %2$s
              trunk -> dense(1) -> price
            }
            train %3$s {
              loss:      cross_entropy(%2$s) + huber(price)
              optimizer: adam(rate: cosine(0.1, epochs: 10))
              until:     validation.%2$s.accuracy >= 0.9 or no_improvement(validation.loss, epochs: 5) or epoch = 50
              watch:     saturation, gradient_norm
            }
            """;

    private static final String IMAGE = """
            data %1$s {
              input  image: image(12x12) -> scale(0..1)
              target %2$s: one of a, b, c
              source:  idx("images.gz", "labels.gz")
              test:    idx("others.gz", "labels-of-others.gz")
              split:   random(train: 90%%, validation: 10%%)
              augment: horizontal_flip, shift(2)
            }
            network %3$s for %1$s {
              image -> conv(20, 3x3, padding: same) -> batch_norm -> prelu -> max_pool(2x2)
                -> global_average_pool -> dropout(0.2) -> dense(classes) -> softmax -> %2$s
            }
            train %3$s {
              loss: cross_entropy optimizer: sgd(rate: 0.1, momentum: 0.9) batch: 16 until: epoch = 5 watch: dead_units
            }
            """;

    /** Each name once in each of the three roles. */
    @ParameterizedTest
    @ValueSource(strings = {TABLE, IMAGE})
    void compile(String text) {
        List<String> names =
                NAMES.stream().filter(name -> !JavaNames.isTaken(name)).toList();
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int count = names.size();
            String data = names.get(i);
            String column = names.get((i + count / 3) % count);
            String network = names.get((i + 2 * count / 3) % count);
            String packaged = "package hostile" + i + "\n" + text.formatted(data, column, network);
            files.addAll(
                    Compiled.compile("hostile.nn", packaged, Compiled.FLOAT).files());
        }
        JavaClasses.compile(files);
    }

    @Test
    void areRefusedIfTaken() {
        NAMES.stream().filter(JavaNames::isTaken).forEach(name -> {
            assertMistake(TABLE.formatted(name, "kind", "Net"), DiagnosticKind.TAKEN_NAME);
            assertMistake(TABLE.formatted("Rows", name, "Net"), DiagnosticKind.TAKEN_NAME);
            assertMistake(TABLE.formatted("Rows", "kind", name), DiagnosticKind.TAKEN_NAME);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Net", "NetSimd", "NetTiles", "NetTrainer", "NetTrainerSimd"})
    void areRefusedIfClassesOfTheNetworkHaveThem(String name) {
        assertMistake(TABLE.formatted(name, "kind", "Net"), DiagnosticKind.JAVA_CLASH);
        assertMistake(TABLE.formatted("Rows", name, "Net"), DiagnosticKind.JAVA_CLASH);
    }

    private static void assertMistake(String text, DiagnosticKind mistake) {
        assertWithMessage(text).that(Compiled.mistakes(text)).contains(mistake);
    }
}
