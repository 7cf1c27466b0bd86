package dev.nnlang.training;

import dev.nnlang.training.network.Parameter;
import dev.nnlang.training.network.Trainable;
import java.util.List;

/**
 * Lets batches move running means and variances by as much as they have rows. A step moves them as if its batch were full; the
 * last batch of an epoch may not be, and one of a single row has no variance at all.
 */
final class RunningStatistics {

    private final Trainable<float[]> network;
    private final List<float[]> before;

    RunningStatistics(Trainable<float[]> network) {
        this.network = network;
        this.before = network.statistics().stream()
                .map(statistic -> new float[statistic.values().length])
                .toList();
    }

    /** A step is about to be taken. */
    void stepping(int rows) {
        if (rows < network.batch()) {
            for (int i = 0; i < before.size(); i++) {
                System.arraycopy(values(i), 0, before.get(i), 0, before.get(i).length);
            }
        }
    }

    /** A step has been taken. */
    void stepped(int rows) {
        if (rows < network.batch()) {
            float share = rows == 1 ? 0 : (float) rows / network.batch();
            for (int i = 0; i < before.size(); i++) {
                blend(before.get(i), values(i), share);
            }
        }
    }

    private static void blend(float[] old, float[] moved, float share) {
        for (int j = 0; j < old.length; j++) {
            moved[j] = old[j] + share * (moved[j] - old[j]);
        }
    }

    private float[] values(int index) {
        Parameter<float[]> statistic = network.statistics().get(index);
        return statistic.values();
    }
}
