package dev.nnlang.training.data.preprocess;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.runtime.Standardize;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Preprocessing;
import dev.nnlang.training.data.Schema;
import dev.nnlang.training.data.Table;
import dev.nnlang.training.data.split.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Schema SCHEMA = Schema.named("Measurement")
            .input(Column.real("size", 2).then(Preprocessing.standardize()))
            .input(Column.real("weight").then(Preprocessing.center()).then(Preprocessing.scale(-1, 1)))
            .input(Column.image("photo", 1, 2, 2).then(Preprocessing.scale(0, 1)))
            .input(Column.image("scan", 1, 2, 2).then(Preprocessing.standardize()))
            .target(Column.real("price"));

    private static final Table TABLE = Table.of(SCHEMA)
            .row(new float[] {1, 7}, 10, new byte[] {0, 51, 102, -1}, new byte[] {0, 9, 2, 9}, 1)
            .row(new float[] {3, 7}, 30, new byte[] {0, 51, 102, -1}, new byte[] {4, 9, 6, 9}, 2)
            .row(new float[] {1e6f, -1e6f}, 1e6f, new byte[] {-1, -1, -1, -1}, new byte[] {99, 99, 99, 99}, 3)
            .build();

    private static final Rows TRAIN = new Rows(TABLE, new int[] {1, 0});

    private static float[] encoded(Fitting fitting, String column, int row) {
        Column declared = SCHEMA.order().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow();
        float[] values = new float[declared.width() + 1];
        Encoded.of(TABLE, declared, fitting).copy(row, values, 1);
        return values;
    }

    @Test
    void looksAtTrainingRowsOnly() {
        Fitting fitting = Fitting.of(TRAIN);
        assertThat(encoded(fitting, "size", 0)).isEqualTo(new float[] {0, -1, 0});
        assertThat(encoded(fitting, "size", 1)).isEqualTo(new float[] {0, 1, 0});
        assertThat(encoded(fitting, "weight", 0)).isEqualTo(new float[] {0, -1});
        assertThat(encoded(fitting, "weight", 1)).isEqualTo(new float[] {0, 1});
    }

    @Test
    void scalesBytesFromTheirWholeRange() {
        assertThat(encoded(Fitting.of(TRAIN), "photo", 0)).isEqualTo(new float[] {0, 0, 0.2f, 0.4f, 1});
    }

    @Test
    void fitsAnImageByChannel() {
        float first = (float) (3 / Math.sqrt(5));
        assertThat(encoded(Fitting.of(TRAIN), "scan", 0))
                .usingTolerance(1e-6)
                .containsExactly(new float[] {0, -first, 0, -first / 3, 0})
                .inOrder();
    }

    @Test
    void warnsOfWhatNeverVaries() {
        assertThat(Fitting.of(TRAIN).warnings())
                .containsExactly(
                        "1 of the 2 elements of column `size` never changed in the training rows, and so can teach"
                                + " nothing",
                        "1 of the 2 elements of column `scan` never changed in the training rows, and so can teach"
                                + " nothing");
    }

    @Test
    void isKeptInTheModelFile() throws ModelFileException {
        Fitting fitting = Fitting.of(TRAIN);
        ModelFile.Builder builder = ModelFile.builder();
        fitting.write(builder);
        ModelFile file = builder.build();
        assertThat(Standardize.read(file, "size", 2).apply(3, 0)).isEqualTo(1);
        Fitting read = Fitting.read(SCHEMA, file);
        for (Column column : SCHEMA.inputs()) {
            assertThat(encoded(read, column.name(), 2)).isEqualTo(encoded(fitting, column.name(), 2));
        }
    }

    /** A float cannot tell times of one hour apart. */
    @Test
    void takesTheMeanAwayInDoublePrecision() throws ModelFileException {
        Column time = Column.real("time").then(Preprocessing.standardize());
        Schema schema = Schema.named("Log").input(time);
        Table table = Table.of(schema)
                .row(1_700_000_000)
                .row(1_700_000_060)
                .row(1_700_000_120)
                .build();
        Fitting fitting = Fitting.of(new Rows(table, new int[] {0, 1, 2}));
        ModelFile.Builder file = ModelFile.builder();
        fitting.write(file);
        for (Fitting each : List.of(fitting, Fitting.read(schema, file.build()))) {
            float[] values = new float[3];
            for (int row = 0; row < values.length; row++) {
                Encoded.of(table, time, each).copy(row, values, row);
            }
            assertThat(values)
                    .usingTolerance(1e-6)
                    .containsExactly(-1.2247449, 0, 1.2247449)
                    .inOrder();
        }
    }

    @Test
    void scalesWhatNeverVariesAndWhatVariesAsMuchAsAFloatCan() {
        Column day = Column.real("day").then(Preprocessing.scale(0, 1));
        Column wide = Column.real("wide").then(Preprocessing.scale(0, 1));
        Schema schema = Schema.named("Log").input(day).input(wide);
        Table table = Table.of(schema).row(20240101, -3e38).row(20240101, 3e38).build();
        Fitting fitting = Fitting.of(new Rows(table, new int[] {0, 1}));
        float[] values = new float[2];
        Encoded.of(table, day, fitting).copy(1, values, 0);
        Encoded.of(table, wide, fitting).copy(1, values, 1);
        assertThat(values).isEqualTo(new float[] {0, 1});
    }

    @Test
    void warnsWhereAFloatCannotTellValuesApart() {
        Schema schema = Schema.named("Log")
                .input(Column.real("raw"))
                .input(Column.real("centred").then(Preprocessing.center()))
                .input(Column.integer("account"))
                .input(Column.real("tenth").then(Preprocessing.standardize()));
        Table table = Table.of(schema)
                .row(1_700_000_000, 1_700_000_000, 1, 0.1)
                .row(1_700_000_060, 1_700_000_060, 16_777_217, 0.1)
                .row(1_700_000_120, 1_700_000_120, 3, 0.1)
                .build();
        assertThat(Fitting.of(new Rows(table, new int[] {0, 1, 2})).warnings())
                .containsExactly(
                        "column `raw` has numbers from 1700000000 to 1700000120, of which neighbours are the same in a"
                                + " network's 32-bit floats; write `-> standardize` behind its type",
                        "column `account` has numbers from 1.000000000 to 16777217.00, of which neighbours are the same"
                                + " in a network's 32-bit floats; write `-> standardize` behind its type",
                        "column `tenth` never changed in the training rows, and so can teach nothing");
    }
}
