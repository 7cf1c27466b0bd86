package samples.benchmarks;

import java.util.Arrays;

/**
 * The median time of a step.
 *
 * @param warm seconds that the step is run before
 * @param seconds that it is measured
 */
public record Stopwatch(double warm, double seconds) {
    private static final int FEWEST = 5;

    public static Stopwatch of(Kind kind) {
        return new Stopwatch(kind.warm(), kind.seconds());
    }

    /** In microseconds. */
    public double median(Runnable step) {
        long begin = System.nanoTime();
        for (int i = 0; i < 2 || since(begin) < warm; i++) {
            step.run();
        }
        long[] times = new long[1024];
        int count = 0;
        begin = System.nanoTime();
        while (since(begin) < seconds || count < FEWEST) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            long before = System.nanoTime();
            step.run();
            times[count++] = System.nanoTime() - before;
        }
        Arrays.sort(times, 0, count);
        return (times[(count - 1) / 2] + times[count / 2]) / 2.0 / 1e3;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
