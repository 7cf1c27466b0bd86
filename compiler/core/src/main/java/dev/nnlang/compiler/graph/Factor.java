package dev.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value and where it is read.
 *
 * @param places one for each dim of the value
 */
public record Factor(Value value, List<Affine> places) {

    public Factor {
        places = List.copyOf(places);
        if (places.size() != value.shape().dims().size()) {
            throw new IllegalArgumentException(places.size() + " places in " + value);
        }
    }

    /** A value, read where the indices of its own dims are. */
    public static Factor of(Value value) {
        return new Factor(value, value.shape().dims().stream().map(Affine::at).toList());
    }

    /** The same with another place along {@code dim}. */
    public Factor with(Dim dim, Affine place) {
        List<Affine> changed = new ArrayList<>(places);
        changed.set(value.shape().dims().indexOf(dim), place);
        return new Factor(value, changed);
    }

    public Factor substitute(Map<Dim, Affine> indices) {
        return new Factor(
                value, places.stream().map(place -> place.substitute(indices)).toList());
    }

    /** Whether its place moves with the index of {@code dim}. */
    public boolean reads(Dim dim) {
        return places.stream().anyMatch(place -> place.reads(dim));
    }

    /** Whether it is read just where the indices of dims are. */
    public boolean isPlain() {
        return places.stream().allMatch(Affine::isPlain);
    }

    /** The dim along which {@code places.get(i)} lies. */
    public Dim dim(int i) {
        return value.shape().dims().get(i);
    }

    /** {@code image[n][h + r][w + s][c]}, with a name for each dim. */
    public String toString(Function<Dim, String> names) {
        return value.name()
                + places.stream()
                        .map(place -> "[" + place.toString(names) + "]")
                        .collect(Collectors.joining());
    }
}
