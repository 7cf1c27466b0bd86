package dev.nnlang.training.network;

import java.util.List;

/**
 * A tensor that is learned.
 *
 * @param name its name in the model file, as {@code dense1.weight}
 * @param layer where it comes from, for people: {@code iris.nn:14 dense(16)}
 * @param shape its dimensions; empty for a single number
 * @param values row by row
 * @param gradient of the mean loss of the last batch, laid out like the values
 * @param initializer what its values start from
 * @param <A> {@code float[]} or {@code double[]}
 */
public record Parameter<A>(
        String name, String layer, List<Integer> shape, A values, A gradient, Initializer initializer) {

    public Parameter {
        shape = List.copyOf(shape);
    }

    /** The number of values: the product of the dimensions. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
