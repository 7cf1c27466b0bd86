package dev.nnlang.training.data;

/** A step of preprocessing before it has seen data; fitted on the training rows, it becomes a transform of the runtime. */
public sealed interface Preprocessing {

    /** To mean 0 and deviation 1. */
    static Preprocessing standardize() {
        return new Standardize();
    }

    /** To mean 0. */
    static Preprocessing center() {
        return new Center();
    }

    /** From the training minimum and maximum, or 0 to 255 for an image, to these bounds. */
    static Preprocessing scale(double low, double high) {
        return new Scale(low, high);
    }

    /** This value where one is missing. Must come first. */
    static Preprocessing impute(double value) {
        return new Impute(Filling.VALUE, value);
    }

    /** The mean of the training rows where a value is missing. */
    static Preprocessing imputeMean() {
        return new Impute(Filling.MEAN, 0);
    }

    /** The median of the training rows where a value is missing. */
    static Preprocessing imputeMedian() {
        return new Impute(Filling.MEDIAN, 0);
    }

    /** What is put where a value is missing. */
    enum Filling {
        VALUE,
        MEAN,
        MEDIAN
    }

    /**
     * See {@link Preprocessing#impute}.
     *
     * @param value only if the filling is one
     */
    record Impute(Filling filling, double value) implements Preprocessing {}

    /** See {@link Preprocessing#standardize}. */
    record Standardize() implements Preprocessing {}

    /** See {@link Preprocessing#center}. */
    record Center() implements Preprocessing {}

    /** See {@link Preprocessing#scale}. */
    record Scale(double low, double high) implements Preprocessing {
        public Scale {
            if (!(low < high)) {
                throw new IllegalArgumentException("scale needs low < high: " + low + ", " + high);
            }
        }
    }
}
