package dev.nnlang.compiler.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code per_class(ill: 5, well: 1)}: a number for each of some classes. */
public record ClassNumbers(Map<String, Double> numbers) {

    /** How it is called where it is written. */
    public static final String NAME = "per_class";

    public ClassNumbers {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    @Override
    public String toString() {
        return numbers.entrySet().stream()
                .map(each -> each.getKey() + ": " + Notation.of(each.getValue()))
                .collect(Collectors.joining(", ", NAME + "(", ")"));
    }
}
