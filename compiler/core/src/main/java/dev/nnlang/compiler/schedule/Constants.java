package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Axis.Fixed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names for the numbers of a program: one name never stands for two. */
final class Constants {

    private final Map<String, Integer> sizes = new HashMap<>();

    /** {@code DENSE1}: what the names of the constants of {@code dense1} begin with. */
    static String prefix(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** {@code DENSE1_OUT}; with the number behind it if that name stands for another already. */
    Fixed named(String name, int size) {
        String free = sizes.getOrDefault(name, size) == size ? name : name + "_" + size;
        sizes.put(free, size);
        return new Fixed(free, size);
    }
}
