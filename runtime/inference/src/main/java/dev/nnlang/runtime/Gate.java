package dev.nnlang.runtime;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts arrivals, and lets threads wait for as many as they need. What a thread did before it arrived happens before
 * what another does after it has seen that arrival.
 *
 * <p>Who waits spins first, because most waits end within a microsecond; then lets others have the core, in case the one
 * that is waited for has none; then sleeps. Nothing here allocates.
 */
final class Gate {
    /** The pauses differ between processors: 1000 take 15 to 50 microseconds. */
    private static final int SPINS = 1000;

    /** On an idle machine enough for a hundred looks; on a busy one every other program has its turn in between. */
    private static final long YIELDING_NANOS = 50_000;

    /** More than anyone waits for, and far from overflow. */
    private static final long OPEN = 1L << 62;

    /** The count stands in the middle of an array of 128 bytes, so that nothing else shares its cache line. */
    private static final int MIDDLE = 8;

    private final AtomicLongArray count = new AtomicLongArray(2 * MIDDLE);

    private final AtomicReferenceArray<Thread> sleepers;
    private final int spins;

    /**
     * @param waiters how many threads may wait at the same time, each in a place of its own
     * @param spins whether those who are waited for have cores of their own
     */
    Gate(int waiters, boolean spins) {
        this.sleepers = new AtomicReferenceArray<>(waiters);
        this.spins = spins ? SPINS : 0;
    }

    /** One more; returns how many there are now. Whoever completes what others may sleep for {@link #wake wakes} them. */
    long arrive() {
        return count.incrementAndGet(MIDDLE);
    }

    /** Lets everyone pass until the next {@link #reset}. */
    void open() {
        count.addAndGet(MIDDLE, OPEN);
        wake();
    }

    /** Begins to count anew; nobody may be waiting. */
    void reset() {
        count.set(MIDDLE, 0);
    }

    void wake() {
        for (int place = 0; place < sleepers.length(); place++) {
            Thread sleeper = sleepers.get(place);
            if (sleeper != null) {
                LockSupport.unpark(sleeper);
            }
        }
    }

    /** Returns when so many have arrived. */
    void await(long arrivals, int place) {
        for (int i = 0; i < spins; i++) {
            if (reached(arrivals)) {
                return;
            }
            Thread.onSpinWait();
        }
        long began = System.nanoTime();
        do {
            if (reached(arrivals)) {
                return;
            }
            Thread.yield();
        } while (System.nanoTime() - began < YIELDING_NANOS);
        sleep(arrivals, place);
    }

    /** Whoever arrives looks for sleepers afterwards, so a sleeper that looks at the count after it lay down misses nobody. */
    private void sleep(long arrivals, int place) {
        sleepers.set(place, Thread.currentThread());
        while (!reached(arrivals)) {
            LockSupport.park(this);
        }
        sleepers.set(place, null);
    }

    private boolean reached(long arrivals) {
        return count.get(MIDDLE) >= arrivals;
    }
}
