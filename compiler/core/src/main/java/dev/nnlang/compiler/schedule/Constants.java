package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Axis.Fixed;
import java.util.HashMap;
import java.util.Map;

/** Names for the numbers of a program: one name never stands for two. */
final class Constants {

    private final Map<String, Integer> sizes = new HashMap<>();

    /** {@code DENSE1_OUT}; with the number behind it if that name stands for another already. */
    Fixed named(String name, int size) {
        String free = sizes.getOrDefault(name, size) == size ? name : name + "_" + size;
        sizes.put(free, size);
        return new Fixed(free, size);
    }
}
