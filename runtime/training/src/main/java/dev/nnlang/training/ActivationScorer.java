package dev.nnlang.training;

import dev.nnlang.training.metrics.ActivationMetrics;
import dev.nnlang.training.network.Activation;
import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.Settings;
import java.util.List;
import java.util.OptionalDouble;

/** Looks at the activations of batch after batch, and at the gradients of step after step. */
final class ActivationScorer {
    private final Trainable<float[]> network;
    private final List<Activation<float[]>> activations;
    private final boolean measuresGradients;
    /** Of each activation, which units some row has found off its plateaus. */
    private final List<boolean[]> alive;

    private long outputs;
    private long saturated;
    private double norms;
    private int steps;

    /** Measures what the settings ask for: a look at everything in every batch would cost time. */
    ActivationScorer(Trainable<float[]> network, Settings settings) {
        this.network = network;
        boolean looks =
                settings.measures(ActivationMetrics.SATURATION) || settings.measures(ActivationMetrics.DEAD_UNITS);
        this.activations = looks ? network.activations() : List.of();
        this.measuresGradients = settings.measures(ActivationMetrics.GRADIENT_NORM);
        this.alive = activations.stream()
                .map(activation -> new boolean[activation.units()])
                .toList();
    }

    /** The network has evaluated a batch. */
    void evaluated(int rows) {
        for (int i = 0; i < activations.size(); i++) {
            look(activations.get(i), alive.get(i), rows);
        }
    }

    /** The network is about to learn from a batch: the last time to see gradients that a step uses up. */
    void stepping(int rows) {
        if (measuresGradients && !network.keepsGradients()) {
            network.gradient(rows);
            countGradients();
        }
    }

    /** The network has learned from a batch. */
    void stepped(int rows) {
        evaluated(rows);
        if (measuresGradients && network.keepsGradients()) {
            countGradients();
        }
    }

    private void countGradients() {
        norms += gradientNorm();
        steps++;
    }

    private void look(Activation<float[]> activation, boolean[] aliveUnits, int rows) {
        float low = (float) activation.low();
        float high = (float) activation.high();
        float[] values = activation.values();
        int length = rows * activation.size();
        for (int i = 0; i < length; i++) {
            if (values[i] <= low || values[i] >= high) {
                saturated++;
            } else {
                aliveUnits[i % aliveUnits.length] = true;
            }
        }
        outputs += length;
    }

    private double gradientNorm() {
        double squares = 0;
        for (Parameter<float[]> parameter : network.parameters()) {
            for (float gradient : parameter.gradient()) {
                squares += (double) gradient * gradient;
            }
        }
        return Math.sqrt(squares);
    }

    /** Of all batches so far. */
    ActivationMetrics scores() {
        return new ActivationMetrics(
                mean(saturated, outputs), mean(units() - aliveUnits(), units()), mean(norms, steps));
    }

    private long units() {
        return alive.stream().mapToLong(units -> units.length).sum();
    }

    private long aliveUnits() {
        long count = 0;
        for (boolean[] units : alive) {
            for (boolean unit : units) {
                count += unit ? 1 : 0;
            }
        }
        return count;
    }

    private static OptionalDouble mean(double sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
}
