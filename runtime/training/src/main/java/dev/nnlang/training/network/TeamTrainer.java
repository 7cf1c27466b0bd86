package dev.nnlang.training.network;

import dev.nnlang.runtime.Member;
import dev.nnlang.runtime.Team;
import dev.nnlang.runtime.simd.Simd;

/**
 * A {@link Trainable} whose passes are written for one member of a team; the compiler generates those. One call wakes the team once, and its
 * members go through the whole pass side by side. The results do not depend on how many they are.
 *
 * @param <A> the arrays it computes in
 */
public abstract class TeamTrainer<A> implements Trainable<A> {

    private final int batch;
    private Team team;
    private int rows;
    private double rate;
    // Made once: a step allocates nothing.
    private final Team.Work evaluating = member -> evaluate(rows, member);
    private final Team.Work differentiating = member -> gradient(rows, member);
    private final Team.Work stepping = member -> step(rows, rate, member);

    /**
     * For batches of at most {@code batch} rows.
     *
     * @param flop floating-point operations of a step, for each row
     */
    protected TeamTrainer(int batch, long flop) {
        this.batch = batch;
        this.team = Team.forWork((double) flop * batch);
    }

    @Override
    public final int batch() {
        return batch;
    }

    @Override
    public void threads(int count) {
        if (count > 0) {
            team = Team.of(count);
        }
    }

    @Override
    public String kernels() {
        return dialect() + "; " + (team.size() == 1 ? "1 thread" : team.size() + " threads");
    }

    /** How the passes are computed: {@code SIMD, 256 bits}, or {@code scalar} and how it could be otherwise. */
    protected String dialect() {
        return Simd.whyNot();
    }

    @Override
    public final double evaluate(int rows) {
        this.rows = rows;
        team.run(evaluating);
        return loss();
    }

    @Override
    public final double gradient(int rows) {
        this.rows = rows;
        team.run(differentiating);
        return loss();
    }

    @Override
    public final double step(int rows, double rate) {
        this.rows = rows;
        this.rate = rate;
        team.run(stepping);
        stepped();
        return loss();
    }

    /** A member's part of {@link #evaluate(int)}. */
    protected abstract void evaluate(int rows, Member member);

    /** A member's part of {@link #gradient(int)}. */
    protected abstract void gradient(int rows, Member member);

    /** A member's part of {@link #step(int, double)}. */
    protected abstract void step(int rows, double rate, Member member);

    /** What the last pass has computed. */
    protected abstract double loss();

    /** Between two steps: what must change for the next one. */
    protected void stepped() {}
}
