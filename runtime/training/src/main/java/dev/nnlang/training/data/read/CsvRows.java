package dev.nnlang.training.data.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.file.Problems;
import dev.nnlang.training.data.file.Shown;
import dev.nnlang.training.data.file.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of text. What is wrong with it is told after the last row, all at once; or, if the rows are to be predicted,
 * row by row.
 */
final class CsvRows implements RowReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Schema declared;
    private final Schema schema;
    private final SourceFile file;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> lines;
    private final Problems problems = new Problems();
    private final List<FieldReader> fields;
    private final boolean header;
    private List<String> names = List.of();
    private CsvLayout layout;
    private CsvRecord line;
    private int rows;
    private int dropped;

    CsvRows(Schema schema, SourceFile file, Source.Csv source) throws IOException {
        this(schema, schema, file, source);
    }

    /**
     * @param declared all columns of the data
     * @param schema those that are read
     */
    CsvRows(Schema declared, Schema schema, SourceFile file, Source.Csv source) throws IOException {
        this.declared = declared;
        this.schema = schema;
        this.file = file;
        this.fields = schema.order().stream().map(FieldReader::new).toList();
        // Memory alone limits how long a line may be; the reader's own limits guard against far smaller machines.
        this.csv = CsvReader.builder()
                .fieldSeparator(source.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Integer.MAX_VALUE / 2)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(Integer.MAX_VALUE / 2)
                                .maxFieldSize(Integer.MAX_VALUE / 2)
                                .maxRecordSize(Integer.MAX_VALUE / 2)
                                .build(),
                        text(file));
        this.lines = csv.iterator();
        this.header = source.header();
    }

    /** Some programs begin a UTF-8 file with a byte order mark. */
    private static Reader text(SourceFile file) throws IOException {
        // A decoder of its own reports bad bytes; a charset would silently replace them.
        Reader text = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw file.explain(e);
        }
    }

    /** Reads the header, unless that has been done, or there is none. */
    void open() throws IOException {
        if (layout == null && header && nextLine()) {
            names = names(line);
            layout = CsvLayout.named(schema, names, place(), problems);
            problems.check();
        }
    }

    private static List<String> names(CsvRecord header) {
        List<String> names = new ArrayList<>();
        header.getFields().forEach(field -> names.add(field.strip().replace('\n', ' ')));
        return names;
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        open();
        while (nextLine()) {
            layout = layout == null ? CsvLayout.byPlace(declared, schema, line.getFieldCount()) : layout;
            if (isBlank()) {
                continue;
            }
            rows++;
            Optional<Object[]> row = read();
            if (row.isPresent()) {
                return row;
            }
            if (schema.policy().predicting()) {
                throw problems.ofRow();
            }
        }
        finish();
        return Optional.empty();
    }

    /** A line without anything is no row, unless a row has one value, which may be missing. */
    private boolean isBlank() {
        return layout.fields() > 1
                && line.getFieldCount() == 1
                && line.getField(0).isEmpty();
    }

    private void finish() throws IOException {
        if (rows == dropped && !schema.policy().predicting()) {
            problems.add(file.name() + ": expected rows, but " + (rows == 0 ? "found none" : lackingAll()));
        }
        problems.check();
    }

    private String lackingAll() {
        return rows == 1 ? "its only one has a missing value" : "each of its " + rows + " has a missing value";
    }

    private boolean nextLine() throws IOException {
        try {
            boolean more = lines.hasNext();
            line = more ? lines.next() : line;
            return more;
        } catch (CsvParseException e) {
            throw file.problem(CsvFaults.describe(e, line), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw file.problem(CsvFaults.encoding(line), e.getCause());
            }
            throw file.explain(e.getCause());
        }
    }

    /** The row of the line; empty if it is dropped, or has problems. */
    private Optional<Object[]> read() {
        if (line.getFieldCount() != layout.fields()) {
            problems.add(place() + ": expected " + counted(layout.fields(), "field") + ", but found "
                    + line.getFieldCount() + "; correct the line or take it out");
            return Optional.empty();
        }
        if (schema.policy().dropsMissing() && lacksValue()) {
            dropped++;
            return Optional.empty();
        }
        int before = problems.count();
        Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            readColumn(i);
            row[i] = fields.get(i).value();
        }
        return problems.count() == before ? Optional.of(row) : Optional.empty();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private boolean lacksValue() {
        for (int i = 0; i < fields.size(); i++) {
            Column column = schema.order().get(i);
            for (int field = 0; field < column.width() && !column.imputed(); field++) {
                if (fields.get(i).isMissing(line.getField(layout.places()[i][field]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void readColumn(int index) {
        Column column = schema.order().get(index);
        for (int field = 0; field < column.width(); field++) {
            String text = line.getField(layout.places()[index][field]);
            String expected = fields.get(index).read(text, field);
            if (expected != null) {
                boolean missing = fields.get(index).isMissing(text);
                problems.add(place() + ": column `" + name(column, field) + "`: expected " + expected + ", but found "
                        + (text.isBlank() ? "nothing" : "`" + Shown.text(text) + "`") + remedy(column, missing));
            }
        }
    }

    private String remedy(Column column, boolean missing) {
        if (schema.policy().predicting()) {
            return "; correct the line, or leave such rows out with --skip-bad";
        }
        if (!missing) {
            return "; correct the line or take it out";
        }
        String impute = column.kind() instanceof Column.Reals ? "write `-> impute(mean)` behind its type, " : "";
        return "; correct the line, " + impute + "or leave such rows out with `missing: drop`";
    }

    private String name(Column column, int field) {
        return column.width() == 1
                ? column.header()
                : layout.names().getOrDefault(column.name(), List.of()).stream()
                        .skip(field)
                        .findFirst()
                        .orElse(column.header() + "[" + field + "]");
    }

    private String place() {
        return file.name() + ":" + line.getStartingLineNumber();
    }

    /** The header; empty without one. Known once opened. */
    List<String> header() {
        return names;
    }

    /** The field of the row read last, as it is written. */
    String field(int index) {
        return line.getField(index);
    }

    @Override
    public Map<String, List<String>> fields() {
        return layout == null ? Map.of() : layout.names();
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
