package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Takes the numbers that an array has for a column as its value. */
final class NumericColumn {
    private static final int MAX_PIXEL = 255;

    private final Column column;
    private final LabelNumbers labels;

    NumericColumn(Column column) {
        this.column = column;
        this.labels = new LabelNumbers(column.kind() instanceof Column.Labels kind ? kind.values() : List.of());
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
            OptionalInt position = labels.position(numbers[0]);
            return position.isPresent() ? Optional.of(position.getAsInt()) : Optional.empty();
        }
        if (column.kind() instanceof Column.Image) {
            boolean bytes = Arrays.stream(numbers).allMatch(x -> x == Math.rint(x) && x >= 0 && x <= MAX_PIXEL);
            return bytes ? Optional.of(bytes(numbers)) : Optional.empty();
        }
        boolean whole = ((Column.Reals) column.kind()).whole();
        boolean fits = Arrays.stream(numbers).allMatch(x -> fits(x, whole));
        return fits ? Optional.of(numbers.clone()) : Optional.empty();
    }

    private boolean fits(double x, boolean whole) {
        return Numbers.isInRange(x) && (!whole || Numbers.isWhole(x)) || Double.isNaN(x) && column.imputed();
    }

    /** What was expected, where the numbers are no value. */
    String expected() {
        if (column.kind() instanceof Column.Labels) {
            return labels.expected();
        }
        if (column.kind() instanceof Column.Image) {
            return "whole numbers from 0 to 255 (multiply shares by 255, and save them as uint8)";
        }
        return ((Column.Reals) column.kind()).whole() ? "whole numbers" : "finite numbers";
    }

    private static byte[] bytes(double[] numbers) {
        byte[] bytes = new byte[numbers.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (int) numbers[i]);
        return bytes;
    }
}
