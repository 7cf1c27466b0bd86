package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.program.Axis.Fixed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for the numbers of a program: one name never stands for two. */
final class Constants {

    private final Map<String, Integer> sizes = new HashMap<>();

    /** The length of a dim, which brings its name. */
    static Fixed of(Dim dim) {
        return new Fixed(dim.name(), dim.size());
    }

    /** The number of elements of dims that one loop runs over: {@code CONV1_SIZE}. */
    Fixed product(List<Dim> dims, String part) {
        String first = dims.get(0).name();
        String layer = first.contains("_") ? first.substring(0, first.lastIndexOf('_')) : first;
        return named(layer + "_" + part, dims.stream().mapToInt(Dim::size).reduce(1, Math::multiplyExact));
    }

    /** {@code CONV1_HEIGHT_STRIDE}; with the number behind it if that name stands for another already. */
    Fixed named(String name, int size) {
        String free = sizes.getOrDefault(name, size) == size ? name : name + "_" + size;
        sizes.put(free, size);
        return new Fixed(free, size);
    }
}
