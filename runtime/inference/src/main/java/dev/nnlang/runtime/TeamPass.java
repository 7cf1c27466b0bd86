package dev.nnlang.runtime;

/** The forward pass of a predictor, with the arrays that it computes in; the compiler generates the steps. Used by one thread at a time. */
public abstract class TeamPass implements Team.Work {
    private final long flop;
    private final Burst burst = new Burst();
    private int rows;

    /** @param flop floating-point operations for each row */
    protected TeamPass(long flop) {
        this.flop = flop;
    }

    /** Computes the first {@code rows} rows, with the help of other threads if that is worth it. */
    public final void run(int rows) {
        this.rows = rows;
        double work = (double) flop * rows;
        if (Team.isForBursts(work)) {
            burst.run(this);
        } else {
            Team.forWork(work).run(this);
        }
    }

    @Override
    public final void run(Member member) {
        run(rows, member);
    }

    /** A member's part. */
    protected abstract void run(int rows, Member member);
}
