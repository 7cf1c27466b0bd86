package dev.nnlang.training.data.statistics;

import dev.nnlang.runtime.Transform;

/** What is known of the training values of one element of a column. */
public sealed interface Statistics permits Sample, Summary {

    /** As they are after a transform. */
    Statistics through(Transform transform, int element);

    /** How many values are not missing. The figures below are of these. */
    long known();

    double mean();

    /** The root of the mean squared distance from the mean. */
    double deviation();

    /** The value in the middle of all in order; between two, their mean. */
    double median();

    double minimum();

    double maximum();
}
