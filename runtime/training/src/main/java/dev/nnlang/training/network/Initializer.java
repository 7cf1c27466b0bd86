package dev.nnlang.training.network;

import dev.nnlang.training.data.RandomStream;
import java.util.List;

/** What a parameter's values are drawn from before training. */
public sealed interface Initializer permits Initializer.OfElements, Orthogonal {

    /**
     * All values of a parameter, row by row; the caller rounds them to the parameter's element type.
     *
     * @param shape the parameter's dimensions; empty for a single number
     */
    double[] draw(List<Integer> shape, RandomStream random);

    static Initializer normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    /** The normal distribution without what lies further than two deviations from the mean. */
    static Initializer truncatedNormal(double mean, double deviation) {
        return new TruncatedNormal(mean, deviation);
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

    /** A random matrix whose columns, or, if there are more columns than rows, whose rows, are orthogonal and of length {@code gain}. */
    static Initializer orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /** One that draws each value by itself. */
    sealed interface OfElements extends Initializer {

        double draw(RandomStream random);

        @Override
        default double[] draw(List<Integer> shape, RandomStream random) {
            double[] values = new double[shape.stream().reduce(1, Math::multiplyExact)];
            for (int i = 0; i < values.length; i++) {
                values[i] = draw(random);
            }
            return values;
        }
    }

    /** The normal distribution. */
    record Normal(double mean, double deviation) implements OfElements {
        @Override
        public double draw(RandomStream random) {
            return mean + deviation * random.nextGaussian();
        }
    }

    /** See {@link Initializer#truncatedNormal}. */
    record TruncatedNormal(double mean, double deviation) implements OfElements {
        private static final double CUT = 2;

        @Override
        public double draw(RandomStream random) {
            double value = random.nextGaussian();
            while (Math.abs(value) > CUT) {
                value = random.nextGaussian();
            }
            return mean + deviation * value;
        }
    }

    /** Uniform on {@code [low, high)}. */
    record Uniform(double low, double high) implements OfElements {
        @Override
        public double draw(RandomStream random) {
            return low + (high - low) * random.nextDouble();
        }
    }

    /** Always the same. */
    record Constant(double value) implements OfElements {
        @Override
        public double draw(RandomStream random) {
            return value;
        }
    }
}
