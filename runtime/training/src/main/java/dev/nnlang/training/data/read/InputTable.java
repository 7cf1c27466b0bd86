package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of text of which some columns go with the answers. */
final class InputTable implements NamedRows {

    private final CsvRows rows;
    private final SourceFile file;
    private final List<String> kept;
    private final List<Integer> places = new ArrayList<>();

    InputTable(Schema declared, Schema inputs, SourceFile file, Source.Csv csv, List<String> kept) throws IOException {
        this.rows = new CsvRows(declared, inputs, file, csv);
        this.file = file;
        this.kept = kept;
    }

    @Override
    public List<String> titles() throws IOException {
        rows.open();
        for (String title : kept) {
            int place = rows.header().indexOf(title);
            if (place < 0) {
                throw new DataException(file.name() + ": expected a column `" + title + "` to keep, but there is none; "
                        + (rows.header().isEmpty() ? "the file has no header" : "there are " + rows.header()));
            }
            places.add(place);
        }
        return kept;
    }

    @Override
    public Optional<Object[]> next() throws IOException {
        return rows.next();
    }

    @Override
    public List<String> labels() {
        return places.stream().map(rows::field).toList();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
