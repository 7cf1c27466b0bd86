package dev.nnlang.runtime;

/**
 * A step of preprocessing that has been fitted to training data. Training and the generated predictor call the same
 * code, so the two cannot drift apart. Immutable.
 *
 * <p>Statistics are kept per element of a vector, or per channel of an image; element {@code i} of an image belongs to
 * channel {@code i % channels}.
 */
public sealed interface Transform permits Impute, Standardize, Center, Scale {

    /**
     * From the data's value to the network's. A missing value is NaN. In double precision, because large numbers that lie close
     * together (times, years, account numbers) are told apart only after their mean is taken away.
     */
    double apply(double x, int element);

    /** From the network's value to the data's. */
    double invert(double y, int element);

    /** Adds the statistics, named after the column: {@code sepalLength.standardize.mean}. */
    void write(ModelFile.Builder file, String column);
}
