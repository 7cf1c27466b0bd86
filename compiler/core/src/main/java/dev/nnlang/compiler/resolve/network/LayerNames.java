package dev.nnlang.compiler.resolve.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names the layers of one network in their order: {@code dense1}, {@code leakyRelu1}, {@code dense2}; those of a block behind the name of its use:
 * {@code residual2Dense1}.
 */
final class LayerNames {

    private final String prefix;
    private final Set<String> taken;
    private final Map<String, Integer> count = new HashMap<>();

    LayerNames() {
        this("", new HashSet<>());
    }

    private LayerNames(String prefix, Set<String> taken) {
        this.prefix = prefix;
        this.taken = taken;
    }

    /** Names for what belongs to {@code owner}, counted from 1. */
    LayerNames within(String owner) {
        return new LayerNames(owner, taken);
    }

    /** A name that cannot be numbered: that of a column. */
    String exact(String name) {
        taken.add(name);
        return name;
    }

    /** The next name of a layer that is written as {@code name}. */
    String next(String name) {
        String stem = camelCase(name);
        String numbered;
        do {
            numbered = stem + count.merge(stem, 1, Integer::sum);
        } while (!taken.add(numbered));
        return numbered;
    }

    private String camelCase(String name) {
        StringBuilder result = new StringBuilder(prefix);
        boolean upper = !prefix.isEmpty();
        for (char letter : name.toCharArray()) {
            if (letter == '_') {
                upper = result.length() > 0;
            } else {
                boolean first = result.length() == 0;
                result.append(first ? Character.toLowerCase(letter) : upper ? Character.toUpperCase(letter) : letter);
                upper = false;
            }
        }
        return result.length() == 0 || Character.isDigit(result.charAt(0)) ? "layer" + result : result.toString();
    }
}
