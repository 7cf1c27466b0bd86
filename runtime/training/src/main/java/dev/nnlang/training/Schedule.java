package dev.nnlang.training;

/** The learning rate over time. */
@FunctionalInterface
public interface Schedule {

    /**
     * The rate of one step.
     *
     * @param epoch counts from 1
     * @param step counts from 1 over the whole run
     * @param stepsPerEpoch how many steps an epoch has
     */
    double rate(int epoch, long step, long stepsPerEpoch);

    /** The same rate always. */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /** See {@link Schedule#constant}. */
    record Constant(double rate) implements Schedule {
        @Override
        public double rate(int epoch, long step, long stepsPerEpoch) {
            return rate;
        }

        @Override
        public String toString() {
            return Double.toString(rate);
        }
    }
}
