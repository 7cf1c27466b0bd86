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

    /** {@code 1, 2, …}. */
    private static float[] counted(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = i + 1;
        }
        return values;
    }
}
