package dev.nnlang.training;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Source;
import dev.nnlang.training.data.Split;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.read.Tables;
import dev.nnlang.training.data.split.FirstPass;
import dev.nnlang.training.data.split.Parts;
import dev.nnlang.training.data.split.RowStream;
import dev.nnlang.training.data.split.Splitter;
import dev.nnlang.training.settings.SettingException;
import dev.nnlang.training.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rows of a run.
 *
 * @param from where they come from, for people; empty if a program brought them
 */
public record TrainingData(Parts parts, String from) {

    /**
     * Reads and splits what the schema, or a setting in its place, names.
     *
     * @throws DataException if the files do not hold what the schema says
     * @throws SettingException if no source is known, or test rows would have two
     */
    public static TrainingData read(Schema schema, Settings settings) throws DataException {
        if (settings.test().isPresent() && schema.split().test() > 0) {
            throw new SettingException("test: " + schema.name()
                    + " keeps a share of its own rows for testing; leave the setting out, or the share");
        }
        Source source = settings.source()
                .map(paths -> at("source", schema.source(), paths))
                .or(schema::source)
                .orElseThrow(() -> new SettingException("source: " + schema.name()
                        + " names no source; give one with source=PATH, or bring the rows from Java"));
        Optional<Source> test = settings.test()
                .map(paths -> at("test", schema.test().or(() -> Optional.of(source)), paths))
                .or(schema::test);
        Path base = settings.base();
        if (schema.policy().streams()) {
            return streamed(schema, source, test, settings);
        }
        Table table = Tables.read(schema, source, base);
        Optional<Table> testTable = test.isPresent()
                ? Optional.of(Tables.read(schema.fields(table.fields()), test.get(), base))
                : Optional.empty();
        return new TrainingData(Splitter.split(table, testTable, settings.seed()), source.toString());
    }

    private static TrainingData streamed(Schema schema, Source source, Optional<Source> test, Settings settings)
            throws DataException {
        Split split = schema.split();
        double[] shares = {split.train(), split.validation(), split.test()};
        RowStream rows = new RowStream(schema, source, settings.base(), shares, settings.seed());
        Optional<RowStream> own = test.map(
                files -> new RowStream(schema, files, settings.base(), new double[] {0, 0, 1}, settings.seed()));
        try {
            return new TrainingData(FirstPass.read(rows, own), source.toString());
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(source + ": it cannot be read: " + e.getMessage(), e);
        }
    }

    /** Splits rows that a program brings. */
    public static TrainingData of(Table table, Settings settings) throws DataException {
        return new TrainingData(Splitter.split(table, Optional.empty(), settings.seed()), "");
    }

    /** The setting says which paths, the declaration what kind of file they lead to: CSV with header if there is none. */
    private static Source at(String setting, Optional<Source> declared, String paths) {
        try {
            return declared.orElse(Source.csv("", true)).at(paths);
        } catch (IllegalArgumentException e) {
            throw new SettingException(setting + ": expected " + e.getMessage() + ", but found `" + paths + "`");
        }
    }
}
