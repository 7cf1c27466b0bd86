package dev.nnlang.training.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Several conditions, of which all must hold. */
record AllOf(List<Until> conditions) implements Until {
    public AllOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<String> met(RunState state) {
        boolean all = conditions.stream().allMatch(each -> each.met(state).isPresent());
        return all ? Optional.of(toString()) : Optional.empty();
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
        boolean all = conditions.stream().allMatch(each -> each.epochLimit().isPresent());
        return all
                ? conditions.stream()
                        .flatMapToInt(each -> each.epochLimit().stream())
                        .max()
                : OptionalInt.empty();
    }

    @Override
    public String toString() {
        List<String> parts = conditions.stream()
                .map(each -> each instanceof AnyOf ? "(" + each + ")" : each.toString())
                .toList();
        return String.join(" and ", parts);
    }
}
