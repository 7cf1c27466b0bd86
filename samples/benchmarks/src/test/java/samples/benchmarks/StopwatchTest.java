package samples.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StopwatchTest {

    @Test
    void theMedianOfAWaitIsTheWait() {
        double microseconds = new Stopwatch(0, 0).median(StopwatchTest::waitTwoMilliseconds);
        assertThat(microseconds).isAtLeast(2_000.0);
    }

    @Test
    void afterTwoStepsToWarmAtLeastFiveAreMeasured() {
        int[] steps = new int[1];
        new Stopwatch(0, 0).median(() -> steps[0]++);
        assertThat(steps[0]).isEqualTo(7);
    }

    private static void waitTwoMilliseconds() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
