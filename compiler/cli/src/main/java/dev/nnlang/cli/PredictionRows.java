package dev.nnlang.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows that wait for a prediction: a CSV file with the input columns, and perhaps others. */
final class PredictionRows {

    private PredictionRows() {}

    /** Reads the inputs of {@code data}; any other column that the header names is not looked at. */
    static Table read(Schema data, Path file) throws IOException {
        Schema inputs = Schema.named(data.name());
        List<String> others = header(file);
        for (Column column : data.inputs()) {
            inputs = inputs.input(column);
            int first = others.indexOf(column.header());
            if (first >= 0) {
                others.subList(first, Math.min(first + column.width(), others.size()))
                        .clear();
            }
        }
        inputs = inputs.ignore(others.toArray(String[]::new));
        return Tables.read(inputs, Source.csv(file.toString(), true), Path.of(""));
    }

    private static List<String> header(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError("there is no file " + file);
        }
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
            return lines.stream()
                    .findFirst()
                    .map(first -> new ArrayList<>(first.getFields()))
                    .orElseGet(ArrayList::new);
        }
    }
}
