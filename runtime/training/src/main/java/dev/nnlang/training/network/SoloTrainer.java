package dev.nnlang.training.network;

import dev.nnlang.runtime.simd.Simd;

/**
 * A {@link Trainable} whose passes are so little work that one thread is done with them before a second could help; the compiler generates those.
 *
 * @param <A> the arrays it computes in
 */
public abstract class SoloTrainer<A> implements Trainable<A> {

    private final int batch;

    /** For batches of at most {@code batch} rows. */
    protected SoloTrainer(int batch) {
        this.batch = batch;
    }

    @Override
    public final int batch() {
        return batch;
    }

    @Override
    public String kernels() {
        return dialect() + "; 1 thread";
    }

    /** How the passes are computed: {@code SIMD, 256 bits}, or {@code scalar} and how it could be otherwise. */
    protected String dialect() {
        return Simd.whyNot();
    }
}
