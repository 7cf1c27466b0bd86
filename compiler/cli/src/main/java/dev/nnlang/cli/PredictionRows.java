package dev.nnlang.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.RowPolicy;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.read.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows that wait for a prediction: a CSV file with the input columns, and perhaps others, such as the target. */
final class PredictionRows {

    private PredictionRows() {}

    /** Reads the inputs of {@code data}, in the way that its own source is written: with a header or without, its separator. */
    static Table read(Schema data, Path file) throws IOException {
        Source.Csv own = data.source().orElse(null) instanceof Source.Csv csv ? csv : new Source.Csv("", true, ',');
        List<String> first = firstLine(file, own.separator());
        Schema schema = own.header() ? byName(data, first) : byPlace(data, first.size());
        // Every row gets its answer, or an error.
        return Tables.read(schema.policy(RowPolicy.PLAIN), own.at(file.toString()), Path.of(""));
    }

    /** All columns in declared order, or the inputs alone. */
    private static Schema byPlace(Schema data, int fields) {
        int all = data.order().stream().mapToInt(Column::width).sum();
        return fields == all ? data : inputs(data);
    }

    private static Schema inputs(Schema data) {
        Schema inputs = Schema.named(data.name());
        for (Column column : data.inputs()) {
            inputs = inputs.input(column);
        }
        return inputs;
    }

    /** The inputs; any other column that the header names is not looked at. */
    private static Schema byName(Schema data, List<String> header) {
        List<String> others = new ArrayList<>(header);
        for (Column column : data.inputs()) {
            int first = others.indexOf(column.header());
            if (first >= 0) {
                others.subList(first, Math.min(first + column.width(), others.size()))
                        .clear();
            }
        }
        return inputs(data).ignore(others.toArray(String[]::new));
    }

    private static List<String> firstLine(Path file, char separator) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError("there is no file " + file);
        }
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
            return lines.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        }
    }
}
