package dev.nnlang.training.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads a table of text. */
final class CsvTable {
    private final Schema schema;
    private final SourceFile file;
    private final Problems problems = new Problems();
    private final Table.Builder table;

    private CsvTable(Schema schema, SourceFile file) {
        this.schema = schema;
        this.file = file;
        this.table = Table.of(schema);
    }

    static Table read(Schema schema, SourceFile file, boolean header) throws DataException {
        return file.read(in -> new CsvTable(schema, file).read(in, header));
    }

    private Table read(InputStream in, boolean header) throws IOException {
        // A decoder of its own reports bad bytes; a charset would silently replace them.
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return read(csv.iterator(), header);
        } catch (CsvParseException e) {
            throw file.problem("expected comma-separated values, but " + reason(e) + "; look for an open quote", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String reason(CsvParseException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }

    private Table read(Iterator<CsvRecord> lines, boolean header) throws DataException {
        CsvLayout layout = CsvLayout.declared(schema);
        if (header && lines.hasNext()) {
            CsvRecord first = lines.next();
            layout = CsvLayout.named(schema, names(first), place(first), problems);
            problems.check();
        }
        int rows = 0;
        for (; lines.hasNext(); rows++) {
            readRow(lines.next(), layout);
        }
        if (rows == 0) {
            problems.add(file.path() + ": expected rows, but found none");
        }
        problems.check();
        return table.build();
    }

    private static List<String> names(CsvRecord header) {
        List<String> names = new ArrayList<>();
        for (String field : header.getFields()) {
            // Some programs begin a UTF-8 file with a byte order mark.
            names.add(field.replace("\uFEFF", "").strip());
        }
        return names;
    }

    private void readRow(CsvRecord line, CsvLayout layout) {
        if (line.getFieldCount() != layout.fields()) {
            problems.add(place(line) + ": expected " + layout.fields() + " fields, but found " + line.getFieldCount()
                    + "; correct the line or take it out");
            return;
        }
        for (int i = 0; i < layout.starts().length; i++) {
            Column column = schema.order().get(i);
            for (int field = 0; field < column.width(); field++) {
                String text = line.getField(layout.starts()[i] + field);
                String expected = table.column(i).addText(text);
                if (expected != null) {
                    problems.add(place(line) + ": column `" + name(column, field) + "`: expected " + expected
                            + ", but found " + (text.isBlank() ? "nothing" : "`" + text + "`")
                            + "; correct the line or take it out");
                }
            }
        }
        table.endRow();
    }

    private static String name(Column column, int field) {
        return column.width() == 1 ? column.header() : column.header() + "[" + field + "]";
    }

    private String place(CsvRecord line) {
        return file.path() + ":" + line.getStartingLineNumber();
    }
}
