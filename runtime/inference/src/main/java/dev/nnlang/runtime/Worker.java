package dev.nnlang.runtime;

/** A thread of the {@link Pool}: takes part in one run of a team after the other. */
final class Worker extends Thread {
    private final int number;
    private final Gate calls;
    private Team team;

    /** @param number its number in every team that it works for */
    Worker(int number) {
        super("nnlang-".concat(Integer.toString(number)));
        this.number = number;
        // Those of a team that has no core for each of its members would spin at each other's expense.
        this.calls = new Gate(1, number < Runtime.getRuntime().availableProcessors());
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** Only whoever has the pool may call, and only when the run before has ended. */
    void call(Team caller) {
        team = caller;
        calls.arrive();
        calls.wake();
    }

    @Override
    public void run() {
        for (long call = 1; ; call++) {
            calls.await(call, 0);
            answer();
            // Work that leaves the thread interrupted would keep it from ever sleeping again.
            interrupted();
        }
    }

    /** Forgets the team before it ends: a worker at rest keeps nobody's arrays alive. */
    private void answer() {
        Team caller = team;
        team = null;
        caller.work(number);
    }
}
