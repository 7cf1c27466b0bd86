package dev.nnlang.training;

import dev.nnlang.training.data.RandomStream;

/** What a parameter's values are drawn from before training. */
public sealed interface Initializer {

    /** One value; the caller rounds it to the parameter's element type. */
    double draw(RandomStream random);

    static Initializer normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    static Initializer constant(double value) {
        return new Constant(value);
    }

    static Initializer zeros() {
        return new Constant(0);
    }

    /** The normal distribution. */
    record Normal(double mean, double deviation) implements Initializer {
        @Override
        public double draw(RandomStream random) {
            return mean + deviation * random.nextGaussian();
        }
    }

    /** Uniform on {@code [low, high)}. */
    record Uniform(double low, double high) implements Initializer {
        @Override
        public double draw(RandomStream random) {
            return low + (high - low) * random.nextDouble();
        }
    }

    /** Always the same. */
    record Constant(double value) implements Initializer {
        @Override
        public double draw(RandomStream random) {
            return value;
        }
    }
}
