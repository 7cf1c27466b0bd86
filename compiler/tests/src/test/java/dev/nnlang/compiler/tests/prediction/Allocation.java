package dev.nnlang.compiler.tests.prediction;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that threads allocate. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the threads are called that share the work of a pass. */
    private static final String WORKERS = "nnlang-";

    private static final int RUNS = 50;

    /** Vectors are objects until HotSpot has compiled what uses them. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Allocation() {}

    /** The bytes of some runs as soon as they are none, or else in the end. */
    static long afterWarmUp(Runnable runnable) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        runnable.run();
        long[] threads = threads();
        long bytes;
        do {
            long before = allocated(threads);
            for (int i = 0; i < RUNS; i++) {
                runnable.run();
            }
            bytes = allocated(threads) - before;
        } while (bytes > 0 && System.nanoTime() < deadline);
        return bytes;
    }

    /** This one, and those that help it. */
    private static long[] threads() {
        long self = Thread.currentThread().getId();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getId() == self || thread.getName().startsWith(WORKERS))
                .mapToLong(Thread::getId)
                .toArray();
    }

    private static long allocated(long[] threads) {
        long bytes = 0;
        for (long thread : threads) {
            bytes += THREADS.getThreadAllocatedBytes(thread);
        }
        return bytes;
    }
}
