package dev.nnlang.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads that share the work of a step. Each runs the same code and takes its own share of each loop; a barrier
 * stands between one loop and a next that reads what the first wrote:
 *
 * <pre>{@code
 * team.run(member -> {
 *     forwardDense1(member.from(rows), member.to(rows));
 *     member.await();
 *     backwardDense1(member.from(INPUTS, TILE), member.to(INPUTS, TILE));
 * });
 * }</pre>
 *
 * <p>The caller is one of them, the others come from a pool that all teams of the process share. While the pool works for
 * another caller, or for the very work that calls, a run does not wait: the caller does all the work. Hence no result
 * may depend on how many there are. A run allocates nothing, if the {@link Work} is an object that is kept. Safe for
 * use by many threads.
 */
public final class Team {

    /** What every member does. */
    @FunctionalInterface
    public interface Work {
        void run(Member member);
    }

    /** Ends the work of a member that waits for one that has failed. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("another member of the team has failed", null, false, false);
        }
    }

    private static final String THREADS = "nnlang.threads";
    /** Fewer floating-point operations than these are done before a second thread that sleeps has begun to help. */
    private static final double WORTH_WAKING = 1e6;

    /** Fewer than these are done before one that is awake has. */
    private static final double WORTH_SHARING = 2e5;

    private static final Team ALONE = new Team(1);
    private static final Abandoned ABANDONED = new Abandoned();
    private static Team shared;

    private final Member[] members;
    private final Gate barrier;
    private final Gate ends;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private Work work;

    private Team(int size) {
        boolean cores = size <= Runtime.getRuntime().availableProcessors();
        members = new Member[size];
        for (int i = 0; i < size; i++) {
            members[i] = new Member(i, size, this);
        }
        barrier = new Gate(size, cores);
        ends = new Gate(1, cores);
    }

    /** A team of so many; 1 is the caller alone. */
    public static Team of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a team has at least one member, not " + size);
        }
        return new Team(size);
    }

    /**
     * The team of whoever does not choose: as many as the system property {@code nnlang.threads} says, else one for each
     * processor.
     *
     * @throws IllegalArgumentException if the property is no whole number above 0
     */
    public static synchronized Team shared() {
        if (shared == null) {
            shared = of(threads(System.getProperty(THREADS)));
        }
        return shared;
    }

    /** The team of {@link #shared} for work of so many floating-point operations, if that is worth it; else the caller alone. */
    public static Team forWork(double flop) {
        return flop < WORTH_WAKING ? ALONE : shared();
    }

    /** Whether work of so many operations is worth a team if such runs follow each other so soon that its workers do not sleep, and only then. */
    static boolean isForBursts(double flop) {
        return flop >= WORTH_SHARING && flop < WORTH_WAKING;
    }

    static int threads(String property) {
        if (property == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!property.matches("0*[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(THREADS + " must be a whole number above 0, but is `" + property + "`");
        }
        return Integer.parseInt(property);
    }

    public int size() {
        return members.length;
    }

    /**
     * All members do the work, the caller as number 0; returns when all have ended. If one fails, those who wait for it
     * end as well, and the first failure is thrown here.
     */
    public void run(Work shares) {
        if (members.length == 1 || !Pool.take()) {
            shares.run(Member.SOLO);
            return;
        }
        try {
            runTogether(shares);
        } finally {
            Pool.release();
        }
    }

    private void runTogether(Work shares) {
        work = shares;
        barrier.reset();
        ends.reset();
        Pool.call(this);
        workAs(members[0]);
        ends.await(members.length - 1, 0);
        work = null;
        Throwable failed = failure.get();
        if (failed != null) {
            failure.set(null);
            throw Team.<RuntimeException>unchecked(failed);
        }
    }

    /** What a worker does when called. */
    void work(int number) {
        workAs(members[number]);
        // The last use of the team: as soon as all have arrived, it may begin its next run.
        if (ends.arrive() == members.length - 1) {
            ends.wake();
        }
    }

    private void workAs(Member member) {
        member.begin();
        try {
            work.run(member);
        } catch (Throwable e) {
            if (failure.compareAndSet(null, e)) {
                barrier.open();
            }
        }
    }

    void await(long arrivals, int number) {
        long arrived = barrier.arrive();
        if (arrived == arrivals) {
            barrier.wake();
        } else if (arrived < arrivals) {
            barrier.await(arrivals, number);
        }
        if (failure.get() != null) {
            throw ABANDONED;
        }
    }

    /** {@link Work} declares no checked exception; whoever throws one all the same gets it back as it is. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
