package dev.nnlang.training.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Several conditions, of which one suffices; the first that holds is named. */
record AnyOf(List<Until> conditions) implements Until {
    public AnyOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<String> met(RunState state) {
        return conditions.stream().flatMap(each -> each.met(state).stream()).findFirst();
    }

    @Override
    public Set<String> metrics() {
        return conditions.stream()
                .flatMap(each -> each.metrics().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean countsSteps() {
        return conditions.stream().anyMatch(Until::countsSteps);
    }

    @Override
    public OptionalInt epochLimit() {
        return conditions.stream()
                .flatMapToInt(each -> each.epochLimit().stream())
                .min();
    }

    @Override
    public String toString() {
        return String.join(" or ", conditions.stream().map(Object::toString).toList());
    }
}
