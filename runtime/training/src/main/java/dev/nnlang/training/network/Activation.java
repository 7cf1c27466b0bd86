package dev.nnlang.training.network;

import java.util.List;

/**
 * What an activation makes of a batch.
 *
 * @param name that of its layer, as {@code tanh1}
 * @param layer where it comes from, for people: {@code iris.nn:14 tanh}
 * @param shape the dimensions of a row; the last counts the units: elements of a vector, channels of an image
 * @param values {@code [batch][shape]}, row by row
 * @param low outputs up to this are on a plateau of the activation, where almost no gradient comes through; without such a
 *     plateau minus infinity
 * @param high outputs from this upwards likewise; without such a plateau infinity
 * @param <A> {@code float[]} or {@code double[]}
 */
public record Activation<A>(String name, String layer, List<Integer> shape, A values, double low, double high) {

    public Activation {
        shape = List.copyOf(shape);
    }

    /** How many values a row has. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** How many units it has: what one column of weights, or one filter, leads to. */
    public int units() {
        return shape.get(shape.size() - 1);
    }
}
