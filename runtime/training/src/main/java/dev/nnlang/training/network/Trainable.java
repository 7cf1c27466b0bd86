package dev.nnlang.training.network;

import java.util.List;

/**
 * A network that can be trained: its buffers, its parameters and the three things one does with a batch. The compiler
 * generates the implementations; the loop, the gradient check and the tests know only this face.
 *
 * <p>A caller writes {@code rows} rows into the arrays of {@link #inputs()} and {@link #targets()}, calls one of {@link
 * #evaluate}, {@link #gradient} or {@link #step}, and reads {@link #outputs()}. All arrays stay the same objects for the
 * life of the network. Instances are not thread-safe.
 *
 * @param <A> the arrays it computes in: {@code float[]} to train, {@code double[]} to check gradients
 */
public interface Trainable<A> {

    /** The name of the network in the source, as {@code Iris}. */
    String network();

    /** Identifies the network's layers and shapes: weights of another fingerprint do not fit. */
    String fingerprint();

    /** How many rows a batch holds at most; every buffer is that long. */
    int batch();

    /** Where the inputs of a batch are written. */
    List<Port<A>> inputs();

    /** Where the targets of a batch are written. */
    List<Port<A>> targets();

    /**
     * What the network says, after any of the three calls: for each target, in the order of {@link #targets()}, {@code
     * [batch][width]}, row by row; probabilities of a classification, (transformed) values of a regression.
     */
    List<A> outputs();

    /**
     * The mean loss of each target after any of the three calls, before it is weighted; empty if there is only one, whose
     * loss is what the call returned.
     */
    default double[] losses() {
        return new double[0];
    }

    /** Everything that is learned, in the order of the data's way. */
    List<Parameter<A>> parameters();

    /** What training keeps up to date without a gradient, such as running means; its gradients are empty. */
    default List<Parameter<A>> statistics() {
        return List.of();
    }

    /**
     * What the activations in between make of each row, after any of the three calls, in the order of the data's way: those
     * whose outputs tell whether they are saturated. Empty unless the source asks for a metric that looks at them.
     */
    default List<Activation<A>> activations() {
        return List.of();
    }

    /** Begins the noise of layers such as dropout anew: the same seed, the same noise in every step. */
    default void seed(long value) {}

    /** Lets so many threads share the work of a pass; 0 leaves it to the network. The results do not depend on it. */
    default void threads(int count) {}

    /** How the passes are computed, for people: {@code SIMD, 256 bits; 2 threads}. */
    default String kernels() {
        return "scalar; 1 thread";
    }

    /** Forward and loss; changes no parameter. Returns the mean loss of the first {@code rows} rows. */
    double evaluate(int rows);

    /** Forward, loss and backward: fills the gradient of every parameter, changes no parameter. Returns the mean loss. */
    double gradient(int rows);

    /**
     * Forward, loss and backward, then one update of every parameter. Returns the mean loss before the update. Afterwards
     * gradients stand where {@link #parameters} shows them only if {@link #keepsGradients}.
     */
    double step(int rows, double rate);

    /**
     * Whether {@link #step} leaves the gradients of all parameters where they are seen. A network with large weights may
     * use up each piece of a gradient as soon as it is there; {@link #gradient} shows them in any case.
     */
    default boolean keepsGradients() {
        return true;
    }
}
