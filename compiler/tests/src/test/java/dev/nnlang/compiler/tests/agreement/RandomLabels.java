package dev.nnlang.compiler.tests.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random columns of labels, and what embeddings and one-hot vectors make of each. */
final class RandomLabels {

    private final Random random;
    private final List<String> columns = new ArrayList<>();
    private final List<String> lets = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** Up to two columns, or none at all. */
    RandomLabels(Random random) {
        this.random = random;
        int count = Math.max(0, random.nextInt(4) - 1);
        int categories = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            columns.add("c" + i + ": one of 0.." + (categories - 1));
        }
        if (count > 0) {
            lets.add("  let code = embedding(" + size() + ")");
        }
        for (int i = 0; i < count; i++) {
            values.add("v" + i);
            lets.add("  let v" + i + " = c" + i + " -> " + (i == 0 ? "code" : piece()));
        }
    }

    /** Their declarations. */
    List<String> columns() {
        return columns;
    }

    /** The values that name what is made of them. */
    List<String> lets() {
        return lets;
    }

    /** Where a chain starts that reads the columns of {@code numbers} and all of these. */
    String start(List<String> numbers) {
        return values.isEmpty()
                ? "input"
                : Stream.concat(numbers.stream(), values.stream()).collect(Collectors.joining(", ", "concat(", ")"));
    }

    /** What makes numbers of a label. */
    private String piece() {
        return switch (random.nextInt(7)) {
            case 0 -> "one_hot";
            case 1 -> "one_hot -> tanh -> dense(" + size() + ")";
            case 2 -> "one_hot -> dense(" + size() + ")";
            case 3 -> "( one_hot | embedding(" + size() + ") ) -> concat";
            case 4 -> "( code | code -> sigmoid | code ) -> multiply";
            case 5 -> "embedding(" + size() + ") -> prelu";
            default -> "code";
        };
    }

    private int size() {
        return 1 + random.nextInt(5);
    }
}
