package dev.nnlang.training;

/** Hears how training goes. Called on the thread that trains. */
public interface TrainingListener {

    /** A listener that does not listen. */
    static TrainingListener silent() {
        return new TrainingListener() {};
    }

    /** The data are read and split. */
    default void data(TrainingData data) {}

    /** The network is made; how it computes, for people: {@code SIMD, 256 bits; 2 threads}. */
    default void kernels(String description) {}

    /** Something is strange, but no reason to stop. */
    default void warning(String message) {}

    /**
     * Training begins.
     *
     * @param rows training rows an epoch
     */
    default void begin(int rows) {}

    /** A step has learned from so many rows. */
    default void step(int rows) {}

    /** An epoch is over; the one numbered 0 is the network before its first step. */
    default void epoch(Epoch epoch) {}

    /**
     * Training is over.
     *
     * @param reason the condition that was met
     */
    default void stopped(Epoch last, String reason, Epoch kept) {}
}
