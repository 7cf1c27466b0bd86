package dev.nnlang.training.data.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads a table of text. What is wrong with it is told behind the last row, all at once. */
final class CsvRows implements RowReader {
    private final Schema schema;
    private final SourceFile file;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> lines;
    private final Problems problems = new Problems();
    private final List<FieldReader> fields;
    private final boolean header;
    private CsvLayout layout;
    private int rows;
    private int dropped;

    CsvRows(Schema schema, SourceFile file, Source.Csv source) throws IOException {
        this.schema = schema;
        this.file = file;
        this.fields = schema.order().stream().map(FieldReader::new).toList();
        // A decoder of its own reports bad bytes; a charset would silently replace them.
        InputStreamReader text = new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder());
        this.csv = CsvReader.builder()
                .fieldSeparator(source.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        this.lines = csv.iterator();
        this.header = source.header();
    }

    private CsvLayout findColumns() throws IOException {
        Optional<CsvRecord> first = header ? nextLine() : Optional.empty();
        if (first.isEmpty()) {
            return CsvLayout.declared(schema);
        }
        CsvLayout named = CsvLayout.named(schema, names(first.get()), place(first.get()), problems);
        problems.check();
        return named;
    }

    private static List<String> names(CsvRecord header) {
        List<String> names = new ArrayList<>();
        for (String field : header.getFields()) {
            // Some programs begin a UTF-8 file with a byte order mark.
            names.add(field.replace("\uFEFF", "").strip());
        }
        return names;
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        layout = layout == null ? findColumns() : layout;
        for (Optional<CsvRecord> line = nextLine(); line.isPresent(); line = nextLine()) {
            rows++;
            Optional<Object[]> row = read(line.get());
            if (row.isPresent()) {
                return row;
            }
        }
        if (rows == dropped) {
            problems.add(file.path() + ": expected rows, but "
                    + (rows == 0 ? "found none" : "each of its " + rows + " has a missing value"));
        }
        problems.check();
        return Optional.empty();
    }

    private Optional<CsvRecord> nextLine() throws IOException {
        try {
            return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw file.problem("expected comma-separated values, but " + reason(e) + "; look for an open quote", e);
        } catch (UncheckedIOException e) {
            throw file.explain(e.getCause());
        }
    }

    private static String reason(CsvParseException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }

    /** The row of a line; empty if it is dropped, or has problems. */
    private Optional<Object[]> read(CsvRecord line) {
        if (line.getFieldCount() != layout.fields()) {
            problems.add(place(line) + ": expected " + layout.fields() + " fields, but found " + line.getFieldCount()
                    + "; correct the line or take it out");
            return Optional.empty();
        }
        if (schema.policy().dropsMissing() && lacksValue(line)) {
            dropped++;
            return Optional.empty();
        }
        int before = problems.count();
        Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            readColumn(line, i);
            row[i] = fields.get(i).value();
        }
        return problems.count() == before ? Optional.of(row) : Optional.empty();
    }

    private boolean lacksValue(CsvRecord line) {
        for (int i = 0; i < fields.size(); i++) {
            Column column = schema.order().get(i);
            for (int field = 0; field < column.width() && !column.imputed(); field++) {
                if (fields.get(i).isMissing(line.getField(layout.starts()[i] + field))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void readColumn(CsvRecord line, int index) {
        Column column = schema.order().get(index);
        for (int field = 0; field < column.width(); field++) {
            String text = line.getField(layout.starts()[index] + field);
            String expected = fields.get(index).read(text, field);
            if (expected != null) {
                boolean missing = fields.get(index).isMissing(text);
                problems.add(place(line) + ": column `" + name(column, field) + "`: expected " + expected
                        + ", but found " + (text.isBlank() ? "nothing" : "`" + text + "`")
                        + (missing ? remedies(column) : "; correct the line or take it out"));
            }
        }
    }

    private static String remedies(Column column) {
        String impute = column.kind() instanceof Column.Reals ? "write `-> impute(mean)` behind its type, " : "";
        return "; correct the line, " + impute + "or leave such rows out with `missing: drop`";
    }

    private static String name(Column column, int field) {
        return column.width() == 1 ? column.header() : column.header() + "[" + field + "]";
    }

    private String place(CsvRecord line) {
        return file.path() + ":" + line.getStartingLineNumber();
    }

    @Override
    public int dropped() {
        return dropped;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
