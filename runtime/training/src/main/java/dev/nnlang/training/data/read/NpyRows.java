package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.Shown;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads two of NumPy's arrays, one with the inputs of each row side by side, one with the target. */
final class NpyRows implements RowReader {
    private final Schema schema;
    private final List<NumericColumn> columns;
    private final NpyFile inputs;
    private final NpyFile targets;
    private int row;
    private int dropped;

    /** @throws DataException if the schema has what is no number, or the arrays are not of its shape */
    NpyRows(Schema schema, SourceFile inputFile, SourceFile targetFile) throws IOException {
        this.schema = schema;
        this.columns = schema.order().stream().map(NumericColumn::new).toList();
        requireNumbers(schema);
        this.inputs = new NpyFile(inputFile);
        this.targets = new NpyFile(targetFile);
        requireShape(inputs, shapes(schema.inputs()));
        requireShape(targets, shapes(schema.targets()));
        if (inputs.rows() != targets.rows()) {
            throw targets.problem("expected " + inputs.rows() + " rows, as many as " + inputFile.name()
                    + " has, but found " + targets.rows() + "; name two files that belong together");
        }
    }

    static void requireNumbers(Schema schema) throws DataException {
        for (Column column : schema.order()) {
            if (column.kind() instanceof Column.Texts) {
                throw new DataException(schema.name() + ": arrays hold numbers, but `" + column.name()
                        + "` is a text; leave it out of the declaration");
            }
        }
    }

    /** A row's shapes that hold these columns: side by side, or an image as it is. */
    static List<List<Integer>> shapes(List<Column> columns) {
        int width = columns.stream().mapToInt(Column::width).sum();
        List<List<Integer>> shapes = new ArrayList<>();
        if (width == 1) {
            shapes.add(List.of());
        }
        if (columns.size() == 1 && columns.get(0).kind() instanceof Column.Image image) {
            if (image.channels() == 1) {
                shapes.add(List.of(image.height(), image.columns()));
            }
            shapes.add(List.of(image.height(), image.columns(), image.channels()));
        }
        shapes.add(List.of(width));
        return shapes;
    }

    static void requireShape(NpyFile file, List<List<Integer>> shapes) throws DataException {
        if (!shapes.contains(file.shapeOfRow())) {
            List<String> wanted = shapes.stream().map(NpyRows::shown).toList();
            throw file.problem("expected an array of shape " + String.join(" or ", wanted) + ", but found "
                    + shown(file.shapeOfRow()));
        }
    }

    private static String shown(List<Integer> shapeOfRow) {
        StringBuilder text = new StringBuilder("(rows");
        shapeOfRow.forEach(dim -> text.append(", ").append(dim));
        return text.append(')').toString();
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        while (row < inputs.rows()) {
            double[][] numbers = numbers();
            row++;
            if (!schema.policy().dropsMissing() || !lacksValue(numbers)) {
                return Optional.of(values(numbers));
            }
            dropped++;
        }
        return Optional.empty();
    }

    /** Those of the next row, for each column in declared order. */
    private double[][] numbers() throws IOException {
        double[] input = inputs.next();
        double[] target = targets.next();
        int nextInput = 0;
        int nextTarget = 0;
        double[][] numbers = new double[columns.size()][];
        for (int i = 0; i < numbers.length; i++) {
            Column column = columns.get(i).column();
            boolean isTarget = schema.targets().contains(column);
            int from = isTarget ? nextTarget : nextInput;
            numbers[i] = Arrays.copyOfRange(isTarget ? target : input, from, from + column.width());
            nextTarget += isTarget ? column.width() : 0;
            nextInput += isTarget ? 0 : column.width();
        }
        return numbers;
    }

    private boolean lacksValue(double[][] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (columns.get(i).isMissing(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    private Object[] values(double[][] numbers) throws DataException {
        Object[] values = new Object[numbers.length];
        for (int i = 0; i < values.length; i++) {
            NumericColumn column = columns.get(i);
            double[] found = numbers[i];
            values[i] = column.value(found).orElseThrow(() -> unfit(column, found));
        }
        return values;
    }

    private DataException unfit(NumericColumn column, double[] found) {
        NpyFile file = schema.targets().contains(column.column()) ? targets : inputs;
        boolean missing = column.isMissing(found);
        return file.problem("row " + (row - 1) + ": column `" + column.column().name() + "`: expected "
                + column.expected() + ", but found " + Shown.numbers(found)
                + (missing
                        ? "; write `-> impute(mean)` behind its type, or leave such rows out with `missing: drop`"
                        : ""));
    }

    @Override
    public int dropped() {
        return dropped;
    }

    @Override
    public void close() throws IOException {
        inputs.close();
        targets.close();
    }
}
