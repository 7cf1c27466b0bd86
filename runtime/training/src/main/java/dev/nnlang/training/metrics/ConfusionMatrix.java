package dev.nnlang.training.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * How often each class was taken for each.
 *
 * @param classes their names
 * @param counts {@code [actual][predicted]}
 */
public record ConfusionMatrix(List<String> classes, int[][] counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** Rows whose class was recognised. */
    public int correct() {
        int correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i][i];
        }
        return correct;
    }

    /** All rows. */
    public int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** A table for people: a line for each actual class, a column for each predicted one. */
    @Override
    public String toString() {
        int name = Math.max(
                "actual".length(),
                classes.stream().mapToInt(String::length).max().orElse(0));
        int cell = Math.max(name, Integer.toString(total()).length()) + 2;
        StringBuilder text = new StringBuilder(pad("actual", -name));
        classes.forEach(each -> text.append(pad(each, cell)));
        for (int i = 0; i < counts.length; i++) {
            text.append('\n').append(pad(classes.get(i), -name));
            for (int count : counts[i]) {
                text.append(pad(Integer.toString(count), cell));
            }
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return String.format("%" + width + "s", text);
    }
}
