package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.file.FilePattern;
import dev.nnlang.training.data.file.Paths;
import dev.nnlang.training.data.file.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the rows that sources name. */
public final class Tables {
    private Tables() {}

    /**
     * Begins to read a source's rows.
     *
     * @param base where its relative paths start
     * @throws DataException if its files are not what the schema says
     */
    public static RowReader open(Schema schema, Source source, Path base) throws IOException {
        if (source instanceof Source.Csv csv) {
            return new CsvRows(schema, new SourceFile(Paths.resolve(base, csv.path())), csv);
        }
        if (source instanceof Source.Idx idx) {
            return new IdxRows(
                    schema,
                    new SourceFile(Paths.resolve(base, idx.images())),
                    new SourceFile(Paths.resolve(base, idx.labels())));
        }
        if (source instanceof Source.Npy npy) {
            return new NpyRows(
                    schema,
                    new SourceFile(Paths.resolve(base, npy.inputs())),
                    new SourceFile(Paths.resolve(base, npy.targets())));
        }
        if (source instanceof Source.Images images) {
            return new ImageRows(schema, FilePattern.find(base, images.folders()), images.resize());
        }
        return new Cifar10Rows(schema, FilePattern.find(base, ((Source.Cifar10) source).files()));
    }

    /**
     * Reads all of a source's rows.
     *
     * @param base where its relative paths start
     * @throws DataException if its files do not hold what the schema says, or more than memory does
     */
    public static Table read(Schema schema, Source source, Path base) throws DataException {
        Table.Builder table = Table.of(schema);
        long count = 0;
        try (RowReader rows = open(schema, source, base)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!table.hasRoom()) {
                    throw new DataException(source + ": there are more rows than an array can hold; let them stream by,"
                            + " with `stream: 10000` in `data " + schema.name() + "`");
                }
                table.row(row.get());
                count++;
            }
            return table.dropped(rows.dropped()).fields(rows.fields()).build();
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    source + ": memory holds no more than " + count + " of its rows; give Java more with"
                            + " -Xmx, or let rows stream by, with `stream: 10000` in `data " + schema.name() + "`");
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(source + ": it cannot be read: " + e.getMessage(), e);
        }
    }
}
