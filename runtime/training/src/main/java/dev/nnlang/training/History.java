package dev.nnlang.training;

import dev.nnlang.training.metrics.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The epochs so far. */
final class History {
    private final List<Epoch> epochs = new ArrayList<>();
    private final Map<String, Progress> progresses = new HashMap<>();

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
        return progress(name, Integer.MAX_VALUE).sinceBest(epochs.size());
    }

    /** How often no epoch of so many on end has been better than the best before them. */
    int plateaus(String name, int length) {
        return progress(name, length).plateaus;
    }

    /** Up to date; each epoch is looked at once, however often somebody asks. */
    private Progress progress(String name, int length) {
        Progress progress = progresses.computeIfAbsent(name + " " + length, key -> new Progress());
        for (; progress.seen < epochs.size(); progress.seen++) {
            progress.add(name, length);
        }
        return progress;
    }

    /** How a metric has gone in the epochs seen so far. */
    private final class Progress {
        private int seen;
        private int best;
        private int since;
        private int plateaus;

        void add(String name, int length) {
            if (seen == 0) {
                return;
            }
            boolean better = better(name, epochs.get(seen), epochs.get(best));
            best = better ? seen : best;
            since = better ? 0 : since + 1;
            if (since == length) {
                plateaus++;
                since = 0;
            }
        }

        int sinceBest(int count) {
            return Math.max(0, count - 1 - best);
        }
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
