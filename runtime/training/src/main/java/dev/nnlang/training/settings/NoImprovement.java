package dev.nnlang.training.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** See {@link Until#noImprovement}. */
record NoImprovement(String metric, int epochs) implements Until {
    @Override
    public Optional<String> met(RunState state) {
        return state.epochsSinceBest(metric) >= epochs ? Optional.of(toString()) : Optional.empty();
    }

    @Override
    public Set<String> metrics() {
        return Set.of(metric);
    }

    @Override
    public boolean countsSteps() {
        return false;
    }

    @Override
    public OptionalInt epochLimit() {
        return OptionalInt.empty();
    }

    @Override
    public String toString() {
        return "no_improvement(" + metric + ", epochs: " + epochs + ")";
    }
}
