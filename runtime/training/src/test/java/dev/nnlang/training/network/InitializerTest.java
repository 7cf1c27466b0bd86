package dev.nnlang.training.network;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.data.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {

    @ParameterizedTest
    @CsvSource({"7, 7", "9, 4", "4, 9", "1, 5", "5, 1"})
    void orthogonalVectorsAreAtRightAnglesAndAsLongAsTheGain(int rows, int columns) {
        double[] matrix = Initializer.orthogonal(1.5).draw(List.of(rows, columns), RandomStream.of(1, "weight"));

        boolean tall = columns <= rows;
        for (int i = 0; i < Math.min(rows, columns); i++) {
            for (int j = 0; j < Math.min(rows, columns); j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += tall
                            ? matrix[k * columns + i] * matrix[k * columns + j]
                            : matrix[i * columns + k] * matrix[j * columns + k];
                }
                assertThat(dot).isWithin(1e-12).of(i == j ? 1.5 * 1.5 : 0);
            }
        }
    }

    @Test
    void truncatedNormalKeepsTheShapeOfTheMiddle() {
        double[] values = Initializer.truncatedNormal(3, 0.5).draw(List.of(100, 200), RandomStream.of(1, "weight"));

        assertThat(Arrays.stream(values).min().orElseThrow()).isAtLeast(2.0);
        assertThat(Arrays.stream(values).max().orElseThrow()).isAtMost(4.0);
        // A normal distribution has 0.6827 within one deviation and 0.9545 within two.
        double within =
                Arrays.stream(values).filter(value -> Math.abs(value - 3) < 0.5).count();
        assertThat(within / values.length).isWithin(0.01).of(0.6827 / 0.9545);
    }

    @Test
    void normalHasTheDeviationThatIsAskedFor() {
        double[] values = Initializer.normal(0, 1e-4).draw(List.of(200, 200), RandomStream.of(1, "weight"));

        double square =
                Arrays.stream(values).map(value -> value * value).average().orElseThrow();
        assertThat(Math.sqrt(square)).isWithin(1e-6).of(1e-4);
    }
}
