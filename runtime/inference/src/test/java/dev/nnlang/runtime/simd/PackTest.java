package dev.nnlang.runtime.simd;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
    private static final int DEPTH = 5;
    private static final int FIRST = 3;
    private static final int AT = 7;

    /** Less than a vector, whole vectors, and some that overlap; side by side and apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void copiesWhatLastsWhereTilesReadIt(int across) {
        for (int columns = 1; columns <= 3 * Vectors.LANES; columns++) {
            int width = (columns + Vectors.LANES - 1) / Vectors.LANES * Vectors.LANES;
            int step = across * columns + 2;
            float[] from = counted(FIRST + DEPTH * step);
            float[] panel = new float[AT + DEPTH * width];
            float[] lasting = panel.clone();

            Pack.panel(from, FIRST, step, across, DEPTH, columns, width, panel, AT);
            Pack.lasting(from, FIRST, step, across, DEPTH, columns, width, lasting, AT);

            assertWithMessage("%s columns", columns)
                    .that(lasting)
                    .usingExactEquality()
                    .containsExactly(panel)
                    .inOrder();
        }
    }

    @Test
    void letsTheLastVectorOverlap() {
        int columns = Vectors.LANES + 1;
        float[] to = new float[2 * Vectors.LANES];

        Pack.lasting(counted(columns), 0, columns, 1, 1, columns, to.length, to, 0);

        assertThat(to[Vectors.LANES - 1]).isEqualTo((float) Vectors.LANES);
        assertThat(Arrays.copyOfRange(to, Vectors.LANES, to.length - 1)).isEqualTo(new float[Vectors.LANES - 1]);
        assertThat(to[to.length - 1]).isEqualTo((float) columns);
    }

    /** Many more terms than are packed at once; side by side and apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void packsColumnsThatAreRowsInMemory(int step) {
        int depth = 37;
        int columns = Vectors.LANES + 3;
        int width = 2 * Vectors.LANES;
        int across = step * depth + 1;
        float[] from = counted(FIRST + columns * across);
        float[] to = new float[AT + depth * width];

        Pack.panel(from, FIRST, step, across, depth, columns, width, to, AT);

        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < columns; j++) {
                int place = j < Vectors.LANES ? j : width - columns + j;
                assertThat(to[AT + k * width + place]).isEqualTo(from[FIRST + k * step + j * across]);
            }
            for (int j = Vectors.LANES; j < width - 3; j++) {
                assertThat(to[AT + k * width + j]).isEqualTo(0f);
            }
        }
    }

    /** Whole tiles and one that is lower, more terms than are packed at once. */
    @Test
    void packsRowsTileByTile() {
        int rows = 19;
        int depth = 21;
        int height = 8;
        float[] from = counted(FIRST + depth * (rows + 2));
        float[] to = new float[rows * depth];

        Pack.tiles(from, FIRST, rows + 2, rows, depth, height, to);

        for (int row = 0; row < rows; row++) {
            int tile = row / height * height;
            int high = Math.min(height, rows - tile);
            for (int k = 0; k < depth; k++) {
                assertThat(to[tile * depth + k * high + row - tile]).isEqualTo(from[FIRST + k * (rows + 2) + row]);
            }
        }
    }

    @Test
    void countsTheRowsBeforeATile() {
        assertThat(new int[] {Pack.row(0, 20, 8), Pack.row(2, 20, 8), Pack.row(3, 20, 8), Pack.row(6, 20, 8)})
                .isEqualTo(new int[] {0, 16, 20, 40});
    }

    /** {@code 1, 2, …}. */
    private static float[] counted(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i + 1;
        }
        return values;
    }
}
