package dev.nnlang.training.settings;

import java.time.Duration;
import java.util.OptionalDouble;

/** How far a run has come: what an {@link Until} asks. */
public interface RunState {

    /** Epochs completed. */
    int epoch();

    /** Steps taken. */
    long step();

    /** Time since training began. */
    Duration elapsed();

    /** A metric as of the last completed epoch, as {@code validation.loss}; empty before the first. */
    OptionalDouble metric(String name);

    /** How many completed epochs ago the metric was at its best; 0 before the first. */
    int epochsSinceBest(String metric);

    /** How often the metric has been no better than its best for so many completed epochs on end. */
    int plateaus(String metric, int epochs);
}
