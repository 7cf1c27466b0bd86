package dev.nnlang.training.settings;

import java.util.Set;

/**
 * The learning rate over time. Time is counted in epochs, with fractions: {@code t} is how many have passed in the middle of a step, so that a rate
 * that falls to 0, or rises from it, wastes neither the last step nor the first.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The rate of one step.
     *
     * @param t epochs that have passed in the middle of the step
     * @param run how far the run has come, and its metrics
     */
    double rate(double t, RunState run);

    /** The metrics that it looks at, as {@code validation.loss}. */
    default Set<String> metrics() {
        return Set.of();
    }

    /**
     * This schedule times {@code t / epochs} while t is below {@code epochs}, so that the rate rises from 0 (Goyal et al., "Accurate, large minibatch
     * SGD", 2017).
     */
    default Schedule warmup(double epochs) {
        return new Warmup(this, epochs);
    }

    /** The same rate always. */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /** {@code rate factor^floor(t / epochs)}: multiplied by the factor every so many epochs. */
    static Schedule step(double rate, double epochs, double factor) {
        return (t, run) -> rate * Math.pow(factor, Math.floor(t / epochs));
    }

    /** {@code rate factor^t}: multiplied by the factor in the course of every epoch. */
    static Schedule exponential(double rate, double factor) {
        return (t, run) -> rate * Math.pow(factor, t);
    }

    /**
     * {@code end + (rate - end) (1 + cos(pi t / epochs)) / 2}, then {@code end} (Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm
     * restarts", 2017, without the restarts).
     */
    static Schedule cosine(double rate, double epochs, double end) {
        return (t, run) -> along(rate, end, t / epochs);
    }

    /** {@code end + (rate - end) (1 - t / epochs)^power}, then {@code end}. */
    static Schedule polynomial(double rate, double epochs, double power, double end) {
        return (t, run) -> end + (rate - end) * Math.pow(1 - Math.min(1, t / epochs), power);
    }

    /**
     * Up along half a cosine from {@code rate / 25} to {@code rate}, which is reached after the share {@code rise} of the epochs, and down along another
     * to {@code rate / 250000}: the one-cycle policy (Smith and Topin, "Super-convergence", 2018) in the form of PyTorch and fastai.
     */
    static Schedule oneCycle(double rate, double epochs, double rise) {
        double start = rate / 25;
        double peak = rise * epochs;
        return (t, run) ->
                t < peak ? along(start, rate, t / peak) : along(rate, start / 1e4, (t - peak) / (epochs - peak));
    }

    /** {@code rate factor^n}, where n is how often the metric has been no better than its best for so many epochs on end. */
    static Schedule reduceOnPlateau(double rate, String metric, int epochs, double factor) {
        return new ReduceOnPlateau(rate, metric, epochs, factor);
    }

    /** From one rate to another along half a cosine, and staying there. */
    private static double along(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
    }

    /** See {@link Schedule#constant}. */
    record Constant(double rate) implements Schedule {
        @Override
        public double rate(double t, RunState run) {
            return rate;
        }
    }

    /** See {@link Schedule#warmup}. */
    record Warmup(Schedule schedule, double epochs) implements Schedule {
        @Override
        public double rate(double t, RunState run) {
            double share = t < epochs ? t / epochs : 1;
            return share * schedule.rate(t, run);
        }

        @Override
        public Set<String> metrics() {
            return schedule.metrics();
        }
    }

    /** See {@link Schedule#reduceOnPlateau}. */
    record ReduceOnPlateau(double rate, String metric, int epochs, double factor) implements Schedule {
        @Override
        public double rate(double t, RunState run) {
            return rate * Math.pow(factor, run.plateaus(metric, epochs));
        }

        @Override
        public Set<String> metrics() {
            return Set.of(metric);
        }
    }
}
