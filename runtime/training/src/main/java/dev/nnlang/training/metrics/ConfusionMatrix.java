package dev.nnlang.training.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often each class was taken for each.
 *
 * @param classes their names
 * @param counts {@code [actual][predicted]}
 */
public record ConfusionMatrix(List<String> classes, int[][] counts) {
    private static final int FIGURE = 11;

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

    /** The share of rows taken for a class that are of it: TP / (TP + FP); 0 if none was. */
    public double precision(int predicted) {
        return ratio(counts[predicted][predicted], taken(predicted));
    }

    /** The share of rows of a class that were taken for it: TP / (TP + FN); 0 if there are none. */
    public double recall(int actual) {
        return ratio(counts[actual][actual], present(actual));
    }

    /** The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN); 0 if the class is neither there nor seen. */
    public double f1(int of) {
        return ratio(2 * counts[of][of], taken(of) + present(of));
    }

    /** The mean of a figure over the classes that are there, or that rows were taken for: each counts the same. */
    public double mean(IntToDoubleFunction figure) {
        return IntStream.range(0, counts.length)
                .filter(i -> taken(i) + present(i) > 0)
                .mapToDouble(figure)
                .average()
                .orElse(Double.NaN);
    }

    /** How many rows were taken for a class. */
    private int taken(int predicted) {
        return Arrays.stream(counts).mapToInt(row -> row[predicted]).sum();
    }

    /** How many rows are of a class. */
    private int present(int actual) {
        return Arrays.stream(counts[actual]).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** A table for people: precision, recall, F1 and the number of rows of each class, and their means. */
    public String report() {
        int name = Math.max(
                "class".length(),
                classes.stream().mapToInt(String::length).max().orElse(0));
        StringBuilder text = new StringBuilder(pad("class", -name));
        Stream.of("precision", "recall", "f1", "rows").forEach(title -> text.append(pad(title, FIGURE)));
        for (int i = 0; i < counts.length; i++) {
            line(text, pad(classes.get(i), -name), precision(i), recall(i), f1(i), present(i));
        }
        line(text, pad("mean", -name), mean(this::precision), mean(this::recall), mean(this::f1), total());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, double precision, double recall, double f1, int rows) {
        text.append('\n').append(name);
        for (double figure : new double[] {precision, recall, f1}) {
            text.append(pad(String.format(Locale.ROOT, "%.4f", figure), FIGURE));
        }
        text.append(pad(Integer.toString(rows), FIGURE));
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
