package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A trainer makes its arrays when it is made: a step allocates nothing. Without vectors, which are objects until HotSpot has compiled what computes
 * with them, and sometimes longer.
 */
class AllocationsTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 4;
    private static final int MEMBERS = 2;
    private static final int STEPS = 20;

    /** A thread that waits for the first time costs the JVM a kilobyte, once; what every step allocates shows in each round. */
    private static final int ROUNDS = 5;

    private static final Map<String, String> CHAINS = Map.of(
            "lenet",
            "conv(8, 5x5) -> relu -> max_pool(2x2) -> conv(16, 3x3) -> relu -> max_pool(2x2)"
                    + " -> flatten -> dense(32) -> relu",
            "normed",
            "conv(8, 3x3, padding: same) -> batch_norm -> relu -> conv(8, 3x3, padding: same) -> batch_norm -> relu"
                    + " -> global_average_pool -> dropout(0.2)");

    @ParameterizedTest
    @ValueSource(strings = {"lenet", "normed"})
    void aStepAllocatesNothing(String chain) {
        Compilation compilation = compile(chain);
        JavaClasses classes = JavaClasses.compile(compilation.files());
        Driver driver = Compiled.trainer(compilation, classes, ROWS).threads(MEMBERS);

        long least =
                LongStream.generate(() -> ofSteps(driver)).limit(ROUNDS).min().orElseThrow();
        assertWithMessage("bytes that %s steps allocate", STEPS).that(least).isEqualTo(0);
    }

    /** What the steps allocate in all threads that take part. */
    private static long ofSteps(Driver driver) {
        driver.trainer().step(ROWS, 0.01);
        long[] members = members();
        long before = allocated(members);
        for (int step = 0; step < STEPS; step++) {
            driver.trainer().step(ROWS, 0.01);
        }
        return allocated(members) - before;
    }

    private static long[] members() {
        LongStream workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("nnlang-"))
                .mapToLong(Thread::getId);
        return LongStream.concat(workers, LongStream.of(Thread.currentThread().getId()))
                .toArray();
    }

    private static long allocated(long[] members) {
        long bytes = 0;
        for (long member : members) {
            bytes += THREADS.getThreadAllocatedBytes(member);
        }
        return bytes;
    }

    private static Compilation compile(String chain) {
        String text = """
                package allocations.%s
                data Patch {
                  input  image: image(16x16)
                  target kind:  one of a, b, c
                }
                network Net for Patch { image -> %s -> dense(classes) -> softmax -> kind }
                train Net { loss: cross_entropy optimizer: adam(rate: 0.001) until: epoch = 1 }
                """.formatted(chain, CHAINS.get(chain));
        return Compiled.compile("allocations.nn", text, Options.DEFAULT);
    }
}
