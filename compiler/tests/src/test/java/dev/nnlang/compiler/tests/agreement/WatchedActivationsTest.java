package dev.nnlang.compiler.tests.agreement;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A trainer that shows its activations computes what it would without, and shows what the interpreter makes of them. */
class WatchedActivationsTest {

    private static final Agreement AGREEMENT = new Agreement();

    /** @param compilation of the text, with what it is watched for */
    private record Watched(String text, Compilation compilation, int seed) {

        static Watched of(int seed) {
            String text = RandomNetwork.of(seed)
                    .text()
                    .replace("until: epoch = 1 }", "until: epoch = 1 watch: saturation, dead_units }");
            return new Watched(text, Compiler.compile(new SourceFile("random.nn", text), Compiled.DOUBLE), seed);
        }

        boolean nothingToWatch() {
            return compilation.diagnostics().stream().anyMatch(each -> each.kind() == DiagnosticKind.NOTHING_TO_WATCH);
        }
    }

    @Test
    void showTheValuesOfTheGraph() {
        List<Watched> networks = IntStream.rangeClosed(1, 60)
                .mapToObj(Watched::of)
                .filter(each -> !each.nothingToWatch())
                .toList();
        assertThat(networks.size()).isAtLeast(20);
        JavaClasses classes = JavaClasses.compile(networks.stream()
                .flatMap(each -> each.compilation().files().stream())
                .toList());
        networks.forEach(each -> check(each, classes));
    }

    private static void check(Watched watched, JavaClasses classes) {
        Subject subject = Subject.of(watched.text(), watched.seed());
        assertThat(Reference.of(subject.trainer(), subject.batch()).activations())
                .isNotEmpty();
        AGREEMENT.check(subject, rows -> Compiled.trainer(watched.compilation(), classes, rows));
    }
}
