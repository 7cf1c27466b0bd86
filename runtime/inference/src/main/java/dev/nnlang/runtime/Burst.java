package dev.nnlang.runtime;

/**
 * Runs of little work. To wake a worker takes longer than the work does; but as long as runs follow each other at once, workers are awake, and
 * help. Used by one thread at a time.
 */
final class Burst {
    /** Who calls again within this time goes on working; shorter than workers wait before they sleep. */
    private static final long CLOSE_NANOS = 20_000;

    /** So many runs in a row, close together, will probably be followed by as many: they make up for the one in which workers wake. */
    private static final int WORTH_WAKING = 16;

    private long ended = System.nanoTime() - CLOSE_NANOS;
    private int close;

    void run(Team.Work work) {
        close = System.nanoTime() - ended < CLOSE_NANOS ? Math.min(close + 1, WORTH_WAKING) : 0;
        if (close == WORTH_WAKING) {
            Team.shared().run(work);
        } else {
            work.run(Member.SOLO);
        }
        ended = System.nanoTime();
    }
}
