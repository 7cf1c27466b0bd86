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
}
