package dev.nnlang.training;

import dev.nnlang.training.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The epochs so far. */
final class History {
    private final List<Epoch> epochs = new ArrayList<>();

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    int size() {
        return epochs.size();
    }

    /** As of the last epoch. */
    OptionalDouble metric(String name) {
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : epochs.get(epochs.size() - 1).metric(name);
    }

    /** How many epochs ago the metric was best; it must become better, not just as good, to count anew. */
    int epochsSinceBest(String name) {
        int best = 0;
        for (int i = 1; i < epochs.size(); i++) {
            if (better(name, epochs.get(i), epochs.get(best))) {
                best = i;
            }
        }
        return Math.max(0, epochs.size() - 1 - best);
    }

    /** How often no epoch of so many on end has been better than the best before them. */
    int plateaus(String name, int length) {
        int plateaus = 0;
        int best = 0;
        int since = 0;
        for (int i = 1; i < epochs.size(); i++) {
            boolean better = better(name, epochs.get(i), epochs.get(best));
            best = better ? i : best;
            since = better ? 0 : since + 1;
            if (since == length) {
                plateaus++;
                since = 0;
            }
        }
        return plateaus;
    }

    /** Whether the last epoch is the best by a metric; among equally good ones the lower loss decides. */
    boolean lastIsBest(String name, Epoch best) {
        Epoch last = epochs.get(epochs.size() - 1);
        boolean equal = last.metric(name).equals(best.metric(name));
        return equal ? better("validation.loss", last, best) : better(name, last, best);
    }

    private static boolean better(String name, Epoch epoch, Epoch other) {
        double value = epoch.metric(name).orElse(Double.NaN);
        double otherValue = other.metric(name).orElse(Double.NaN);
        return Metrics.ascends(name.substring(name.indexOf('.') + 1)) ? value > otherValue : value < otherValue;
    }
}
