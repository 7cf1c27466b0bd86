package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However deep a network is, the work of compiling it grows with its layers and no faster. */
class DeepNetworksTest {

    /** With what comes before and behind the blocks, a network of 50 layers with weights. */
    private static final int BLOCKS = 16;

    private static final String TEXT = """
            data Picture {
              input  image: image(4x4x3)
              target label: one of 0..9
            }

            block residual(units) {
              in -> ( dense(units) -> relu -> dense(units) -> relu -> dense(units) | identity ) -> add -> relu -> out
            }

            network Deep for Picture {
              image -> dense(32) -> residual(32) * %d -> dense(classes) -> softmax -> label
            }

            train Deep { loss: cross_entropy optimizer: sgd(rate: 0.1) }
            """;

    /** The first run is spent on loading classes. */
    @BeforeAll
    static void warmUp() {
        compile(1);
    }

    @Test
    void fiftyLayersTakeLessThanThreeSeconds() {
        assertThat(processorTime(BLOCKS)).isLessThan(Duration.ofSeconds(3));
    }

    /** Ten times the layers with any quadratic part would take a hundred times as long. */
    @Test
    void timeGrowsWithTheNumberOfLayers() {
        compile(BLOCKS);
        Duration few = processorTime(BLOCKS);
        Duration many = processorTime(10 * BLOCKS);

        assertThat(many).isLessThan(few.multipliedBy(30));
    }

    @Test
    void textGrowsWithTheNumberOfLayers() {
        int one = length(compile(1));
        int two = length(compile(2));
        int many = length(compile(1 + BLOCKS));

        assertThat(many - one).isLessThan((int) (1.1 * BLOCKS * (two - one)));
    }

    /** Of this thread alone, so that it does not matter what else the machine does. */
    private static Duration processorTime(int blocks) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        compile(blocks);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    private static int length(Compilation compilation) {
        return compilation.files().stream()
                .map(GeneratedFile::text)
                .mapToInt(String::length)
                .sum();
    }

    private static Compilation compile(int blocks) {
        Compilation compilation = Compiler.compile(new SourceFile("deep.nn", TEXT.formatted(blocks)), Options.DEFAULT);
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation;
    }
}
