package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes the numbers that an array has for a column as its value. */
final class NumericColumn {
    private static final int MAX_PIXEL = 255;

    private final Column column;
    private final List<String> labels;
    private final boolean numbered;

    NumericColumn(Column column) {
        this.column = column;
        this.labels = column.kind() instanceof Column.Labels kind ? kind.values() : List.of();
        this.numbered = labels.stream().allMatch(label -> label.matches("-?[0-9]+"));
    }

    Column column() {
        return column;
    }

    /** Whether one of them is missing where nothing is put in its place. */
    boolean isMissing(double[] numbers) {
        return !column.imputed() && Arrays.stream(numbers).anyMatch(Double::isNaN);
    }

    /** The value as {@link Table.Builder#row} takes it; empty if the numbers are no value of the column. */
    Optional<Object> value(double[] numbers) {
        if (column.kind() instanceof Column.Labels) {
            return position(numbers[0]).map(Object.class::cast);
        }
        if (column.kind() instanceof Column.Image) {
            boolean bytes = Arrays.stream(numbers).allMatch(x -> x == Math.rint(x) && x >= 0 && x <= MAX_PIXEL);
            return bytes ? Optional.of(bytes(numbers)) : Optional.empty();
        }
        boolean whole = ((Column.Reals) column.kind()).whole();
        boolean fits = Arrays.stream(numbers).allMatch(x -> fits(x, whole));
        return fits ? Optional.of(numbers.clone()) : Optional.empty();
    }

    /** Labels that are numbers stand for themselves, all others are counted from 0. */
    private Optional<Integer> position(double number) {
        int position = numbered ? labels.indexOf(Long.toString((long) number)) : (int) number;
        boolean known = number == Math.rint(number) && position >= 0 && position < labels.size();
        return known ? Optional.of(position) : Optional.empty();
    }

    private boolean fits(double x, boolean whole) {
        return Numbers.isInRange(x) && (!whole || Numbers.isWhole(x)) || Double.isNaN(x) && column.imputed();
    }

    /** What was expected, where the numbers are no value. */
    String expected() {
        if (column.kind() instanceof Column.Labels) {
            return numbered ? "one of " + String.join(", ", labels) : "a whole number from 0 to " + (labels.size() - 1);
        }
        if (column.kind() instanceof Column.Image) {
            return "whole numbers from 0 to 255";
        }
        return ((Column.Reals) column.kind()).whole() ? "whole numbers" : "finite numbers";
    }

    private static byte[] bytes(double[] numbers) {
        byte[] bytes = new byte[numbers.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (int) numbers[i]);
        return bytes;
    }
}
