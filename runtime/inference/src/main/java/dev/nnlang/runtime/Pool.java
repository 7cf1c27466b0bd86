package dev.nnlang.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The workers of this process: one team at a time has them. */
final class Pool {
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    /** Guarded by {@link #TAKEN}; grows to what the largest team needs, and never shrinks. */
    private static final List<Worker> WORKERS = new ArrayList<>();

    private Pool() {}

    /** Whether the caller has the pool now; it must {@link #release} it. */
    static boolean take() {
        return !TAKEN.get() && TAKEN.compareAndSet(false, true);
    }

    static void release() {
        TAKEN.set(false);
    }

    /** Every member of the team but the first begins its work. */
    static void call(Team team) {
        while (WORKERS.size() < team.size() - 1) {
            Worker worker = new Worker(WORKERS.size() + 1);
            worker.start();
            WORKERS.add(worker);
        }
        for (int i = 0; i < team.size() - 1; i++) {
            WORKERS.get(i).call(team);
        }
    }
}
