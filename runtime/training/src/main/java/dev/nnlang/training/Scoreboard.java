package dev.nnlang.training;

import dev.nnlang.training.metrics.Answers;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.metrics.Scorer;
import dev.nnlang.training.network.Trainable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores all that a network says. */
final class Scoreboard {
    private final Trainable<float[]> network;
    private final List<Scorer> scorers;
    private double loss;
    private int rows;

    /** @param scorers one for each target */
    Scoreboard(Trainable<float[]> network, List<Scorer> scorers) {
        this.network = network;
        this.scorers = scorers;
    }

    /**
     * One batch, which the network has just answered.
     *
     * @param batchLoss its mean loss
     * @param right what it should have said, for each target
     * @param batchRows how many rows
     */
    void add(double batchLoss, List<Answers> right, int batchRows) {
        double[] losses = scorers.size() == 1 ? new double[] {batchLoss} : network.losses();
        for (int i = 0; i < scorers.size(); i++) {
            scorers.get(i).add(losses[i], network.outputs().get(i), right.get(i), batchRows);
        }
        loss += batchLoss * batchRows;
        rows += batchRows;
    }

    /** Of all batches so far. */
    Metrics metrics() {
        if (scorers.size() == 1) {
            return scorers.get(0).metrics();
        }
        Map<String, Metrics> ofTargets = new LinkedHashMap<>();
        for (int i = 0; i < scorers.size(); i++) {
            ofTargets.put(
                    network.targets().get(i).columns().get(0), scorers.get(i).metrics());
        }
        return Metrics.of(rows, loss / rows, ofTargets);
    }
}
