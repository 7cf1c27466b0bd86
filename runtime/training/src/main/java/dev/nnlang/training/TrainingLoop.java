package dev.nnlang.training;

import dev.nnlang.training.batches.BatchSource;
import dev.nnlang.training.batches.BatchSources;
import dev.nnlang.training.batches.Batches;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.RandomStream;
import dev.nnlang.training.data.split.Parts;
import dev.nnlang.training.metrics.Metrics;
import dev.nnlang.training.network.Trainable;
import dev.nnlang.training.settings.RunState;
import dev.nnlang.training.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Stochastic gradient descent: epoch after epoch, batch after batch, until the condition is met. */
final class TrainingLoop implements RunState {
    private final Trainable<float[]> network;
    private final Settings settings;
    private final TrainingListener listener;
    private final LongSupplier nanos;
    private final BatchSource train;
    private final Optional<BatchSource> validation;
    private final Weights weights;
    private final RunningStatistics statistics;
    private final History history = new History();
    private final RandomStream order;
    private final RandomStream changes;
    private final String goal;
    private final UndefinedMetrics undefined;

    private long began;
    private long steps;
    private double rate;
    private Optional<String> reason = Optional.empty();
    private Epoch best;
    private List<float[]> bestWeights;

    /**
     * @param goal the metric whose best epoch is kept; empty keeps the last
     * @param nanos the clock
     */
    TrainingLoop(
            Trainable<float[]> network,
            Settings settings,
            Parts parts,
            BatchSources supplies,
            String goal,
            TrainingListener listener,
            LongSupplier nanos) {
        this.network = network;
        this.settings = settings;
        this.listener = listener;
        this.nanos = nanos;
        this.goal = goal;
        this.undefined = new UndefinedMetrics(settings, listener);
        train = supplies.of(parts.train());
        validation = parts.validation().size() == 0 ? Optional.empty() : Optional.of(supplies.of(parts.validation()));
        weights = new Weights(network);
        statistics = new RunningStatistics(network);
        order = RandomStream.of(settings.seed(), "order");
        changes = RandomStream.of(settings.seed(), "augment");
    }

    /** Trains; afterwards the network has the weights of the epoch that is returned. */
    Epoch run() throws DataException, TrainingException {
        keep(untrained());
        began = nanos.getAsLong();
        listener.begin(train.trainingRows());
        listener.epoch(best);
        boolean none = settings.until().epochLimit().orElse(1) == 0;
        reason = none ? settings.until().met(this) : reason;
        while (reason.isEmpty()) {
            runEpoch();
        }
        weights.restore(bestWeights);
        return best;
    }

    /** Epoch 0: how good the network is before its first step. */
    private Epoch untrained() throws DataException, TrainingException {
        Metrics before = score(train, "train");
        return new Epoch(0, 0, 0, before, validate());
    }

    private void runEpoch() throws DataException, TrainingException {
        Scoreboard scores = new Scoreboard(network, train.scorers());
        ActivationScorer flow = new ActivationScorer(network, settings);
        try (Batches pass = train.training(order, changes)) {
            for (int rows = pass.next(); rows > 0 && reason.isEmpty(); rows = pass.next()) {
                flow.stepping(rows);
                scores.add(step(rows), pass.answers(), rows);
                flow.stepped(rows);
                if (settings.until().countsSteps()) {
                    reason = settings.until().met(this);
                }
            }
        }
        Metrics learned = scores.metrics().with(flow.scores());
        Epoch epoch = new Epoch(history.size() + 1, steps, rate, learned, validate());
        history.add(epoch);
        undefined.look(epoch);
        keep(epoch);
        listener.epoch(epoch);
        if (reason.isEmpty()) {
            reason = settings.until().met(this);
        }
    }

    private double step(int rows) throws TrainingException {
        steps++;
        double stepsPerEpoch = Math.ceil((double) train.trainingRows() / network.batch());
        rate = settings.rate().rate((steps - 0.5) / stepsPerEpoch, this);
        statistics.stepping(rows);
        double loss = network.step(rows, rate);
        statistics.stepped(rows);
        if (!Double.isFinite(loss)) {
            throw diverged("the loss of step " + steps, loss);
        }
        listener.step(rows);
        return loss;
    }

    private Optional<Metrics> validate() throws DataException, TrainingException {
        return validation.isEmpty() ? Optional.empty() : Optional.of(score(validation.get(), "validation"));
    }

    /** The metrics of some rows with the weights as they are. */
    Metrics score(BatchSource part, String name) throws DataException, TrainingException {
        Scoreboard scores = new Scoreboard(network, part.scorers());
        ActivationScorer flow = new ActivationScorer(network, settings);
        try (Batches pass = part.scoring()) {
            for (int rows = pass.next(); rows > 0; rows = pass.next()) {
                scores.add(network.evaluate(rows), pass.answers(), rows);
                flow.evaluated(rows);
            }
        }
        Metrics metrics = scores.metrics().with(flow.scores());
        if (!Double.isFinite(metrics.loss())) {
            throw diverged("the " + name + " loss", metrics.loss());
        }
        return metrics;
    }

    private TrainingException diverged(String what, double loss) {
        if (steps == 0) {
            return new TrainingException(what + " is " + loss + " before the first step: the rows, or a formula of the"
                    + " network, give no finite number; look for huge values in the data, and standardize the inputs");
        }
        String when = reason.isPresent() ? "after epoch " + history.size() : "in epoch " + (history.size() + 1);
        return new TrainingException("training diverged " + when + ": " + what + " is " + loss
                + "; lower the rate (now " + rate + "), or standardize the inputs");
    }

    private void keep(Epoch epoch) {
        if (best == null || best.number() == 0 || goal.isEmpty() || history.lastIsBest(goal, best)) {
            best = epoch;
            bestWeights = weights.snapshot();
        }
    }

    List<Epoch> epochs() {
        return history.epochs();
    }

    String reason() {
        return reason.orElseThrow();
    }

    @Override
    public int epoch() {
        return history.size();
    }

    @Override
    public long step() {
        return steps;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    @Override
    public OptionalDouble metric(String name) {
        return history.metric(name);
    }

    @Override
    public int plateaus(String metric, int epochs) {
        return history.plateaus(metric, epochs);
    }

    @Override
    public int epochsSinceBest(String metric) {
        return history.epochsSinceBest(metric);
    }
}
