package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.model.JavaNames;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that generated code uses for itself are names as good as any: they compile, and nothing else is read in their place. */
class HostileNamesTest {

    private static final List<String> NAMES = List.of((
            // Indices, and the variables of formulas.
            "a b c g h i j k n v w x y rows rate one velocity "
                    // Locals and parameters of generated methods, as they are and as numbered layers.
                    + "batch best count file first left left0 left1 loss lossSum model pass predictions row "
                    + "sum sum0 sum1 total value values label probability probabilities largest chosen truth "
                    + "element most workspace kindLabel kindLabels colourProbabilities "
                    // Methods and constants of generated classes.
                    + "evaluate fingerprint gradient inputs main network of output parameters predict prediction read run "
                    + "settings step targets task CHUNK DENSE1_IN DENSE1_OUT FINGERPRINT SCHEMA dense1Weight "
                    // Classes that generated code names.
                    + "Arrays Float Functions List Math Objects Parameter Port Settings Until NetTrainer Pass Workspace")
            .split(" "));

    /** What the texts' own declarations become. */
    private static final Set<String> CLASSES = Set.of("Kind", "Net", "NetTrainer", "Rows", "RowsData");

    private static final Agreement AGREEMENT = new Agreement();
    private static final Map<String, Compilation> COMPILATIONS = new LinkedHashMap<>();
    private static JavaClasses classes;

    static Stream<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String name : NAMES) {
            texts.add(asInputAndActivation(name, "from" + texts.size()));
            texts.add(asTarget(name, "to" + texts.size()));
            texts.add(asOneOfTwoTargets(name, "with" + texts.size()));
            if (canBeClass(JavaNames.enumOf(name))) {
                texts.add(asLabels(name, "of" + texts.size()));
            }
        }
        return texts.stream();
    }

    private static String asInputAndActivation(String name, String folder) {
        return """
                package %2$s
                activation %1$s(u; learn %1$s = 0.3, learn %1$sTotal = 0.2, learn %1$sVelocity = 0.1 per channel) =
                  tanh(%1$s * u) + %1$sTotal * u + %1$sVelocity * sin(u)
                data Rows {
                  input  %1$s: real[3] -> standardize
                  target kind: one of 0..3
                }
                network Net for Rows { %1$s -> dense(18) -> %1$s -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: sgd(rate: 0.1, momentum: 0.9) until: epoch = 1 }
                """.formatted(name, folder);
    }

    private static String asTarget(String name, String folder) {
        return """
                package %2$s
                data Rows {
                  input  measure: real[3]
                  target %1$s: real[2] -> standardize
                }
                network Net for Rows { input -> dense(20) -> relu -> dense(2) -> %1$s }
                train Net { loss: huber optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(name, folder);
    }

    private static String asOneOfTwoTargets(String name, String folder) {
        return """
                package %2$s
                data Rows {
                  input  measure: real[3]
                  target %1$s: real[2] -> standardize
                  target colour: one of 0..3
                }
                network Net for Rows {
                  let trunk = input -> dense(20) -> relu
                  trunk -> dense(2) -> %1$s
                  trunk -> dense(classes) -> softmax -> colour
                }
                train Net { loss: huber(%1$s) + 2 * cross_entropy(colour) optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(name, folder);
    }

    private static boolean canBeClass(String name) {
        return !JavaNames.isTaken(name) && !CLASSES.contains(name);
    }

    private static String asLabels(String name, String folder) {
        return """
                package %2$s
                data Rows {
                  input  measure: real[3]
                  target %1$s: one of 0..2
                  target kind: one of %1$s, other
                }
                network Net for Rows {
                  let trunk = input -> dense(20) -> relu
                  trunk -> dense(classes) -> %1$s
                  trunk -> dense(classes) -> softmax -> kind
                }
                train Net { loss: hinge(%1$s) + cross_entropy(kind) optimizer: sgd(rate: 0.1) until: epoch = 1 }
                """.formatted(name, folder);
    }

    @BeforeAll
    static void compileAll() {
        List<GeneratedFile> inFloat = new ArrayList<>();
        List<GeneratedFile> inDouble = new ArrayList<>();
        texts().forEach(text -> {
            COMPILATIONS.put(text, Compiled.compile("hostile.nn", text, Compiled.DOUBLE));
            inDouble.addAll(COMPILATIONS.get(text).files());
            inFloat.addAll(Compiled.compile("hostile.nn", text, Compiled.FLOAT).files());
        });
        classes = JavaClasses.compile(inDouble);
        JavaClasses.compile(inFloat);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void compute(String text) {
        AGREEMENT.check(Subject.of(text, 7), rows -> Compiled.trainer(COMPILATIONS.get(text), classes, rows));
    }
}
