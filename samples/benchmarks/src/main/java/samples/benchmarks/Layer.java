package samples.benchmarks;

/** A layer of a workload, as every peer must build it. */
public sealed interface Layer {

    /** What comes out of what goes in. */
    Shape output(Shape input);

    /** Floating-point operations of its products for one row; everything else is left out, as is usual. */
    default long flop(Shape input) {
        return 0;
    }

    record Dense(int units) implements Layer {
        @Override
        public Shape output(Shape input) {
            return Shape.of(units);
        }

        @Override
        public long flop(Shape input) {
            return 2L * input.size() * units;
        }
    }

    /** Square windows at stride 1. */
    record Conv(int filters, int size, int padding) implements Layer {
        @Override
        public Shape output(Shape input) {
            int lost = size - 1 - 2 * padding;
            return new Shape(filters, input.height() - lost, input.width() - lost);
        }

        @Override
        public long flop(Shape input) {
            return 2L * size * size * input.channels() * output(input).size();
        }
    }

    /** The largest of each 2x2 pixels. */
    record MaxPool() implements Layer {
        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), input.height() / 2, input.width() / 2);
        }
    }

    record Flatten() implements Layer {
        @Override
        public Shape output(Shape input) {
            return Shape.of(input.size());
        }
    }

    record BatchNorm() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    record Relu() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    record Tanh() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }
    }
}
