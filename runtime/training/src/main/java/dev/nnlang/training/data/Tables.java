package dev.nnlang.training.data;

import java.nio.file.Path;

/** Reads the tables that sources name. */
public final class Tables {
    private Tables() {}

    /**
     * Reads a source's rows.
     *
     * @param base where its relative paths start
     * @throws DataException if the files do not hold what the schema says
     */
    public static Table read(Schema schema, Source source, Path base) throws DataException {
        if (source instanceof Source.Csv csv) {
            return CsvTable.read(schema, new SourceFile(base.resolve(csv.path())), csv.header());
        }
        Source.Idx idx = (Source.Idx) source;
        return IdxTable.read(
                schema, new SourceFile(base.resolve(idx.images())), new SourceFile(base.resolve(idx.labels())));
    }
}
