package dev.nnlang.training.data.read;

import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.file.BadRowException;
import dev.nnlang.training.data.file.Shown;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An array of NumPy's with the inputs of each row side by side, or an image, without targets. */
final class InputArrays implements NamedRows {

    private final List<NumericColumn> columns;
    private final NpyFile file;
    private int row;

    InputArrays(Schema inputs, SourceFile source) throws IOException {
        NpyRows.requireNumbers(inputs);
        this.columns = inputs.inputs().stream().map(NumericColumn::new).toList();
        this.file = new NpyFile(source);
        NpyRows.requireShape(file, NpyRows.shapes(inputs.inputs()));
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        if (row == file.rows()) {
            return Optional.empty();
        }
        double[] numbers = file.next();
        row++;
        Object[] values = new Object[columns.size()];
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            NumericColumn column = columns.get(i);
            double[] found =
                    Arrays.copyOfRange(numbers, from, from + column.column().width());
            values[i] = column.value(found).orElseThrow(() -> unfit(column, found));
            from += found.length;
        }
        return Optional.of(values);
    }

    private BadRowException unfit(NumericColumn column, double[] found) {
        return new BadRowException(file.problem("row " + (row - 1) + ": column `"
                        + column.column().name() + "`: expected " + column.expected() + ", but found "
                        + Shown.numbers(found) + "; correct it, or leave such rows out with --skip-bad")
                .getMessage());
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
