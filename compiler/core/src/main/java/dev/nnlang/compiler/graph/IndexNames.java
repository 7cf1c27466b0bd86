package dev.nnlang.compiler.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each of some dims the name of an index: the one it prefers, or another if that is taken by a dim before it. */
public final class IndexNames {

    /** What is taken in place of a name that is taken. */
    private static final Map<String, List<String>> OTHERS = Map.of("j", List.of("k"), "f", List.of("c"));

    private final Map<Dim, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param first the dims that get the names they prefer first */
    public IndexNames(List<Dim> first) {
        first.forEach(this::of);
    }

    public String of(Dim dim) {
        return names.computeIfAbsent(dim, key -> unused(dim.index()));
    }

    /** {@code wanted}, or another name: no dim gets it any more. */
    public String unused(String wanted) {
        if (taken.add(wanted)) {
            return wanted;
        }
        for (String other : OTHERS.getOrDefault(wanted, List.of())) {
            if (taken.add(other)) {
                return other;
            }
        }
        int number = 2;
        while (!taken.add(wanted + number)) {
            number++;
        }
        return wanted + number;
    }
}
