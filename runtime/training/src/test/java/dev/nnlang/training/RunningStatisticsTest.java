package dev.nnlang.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningStatisticsTest {

    private final float[] mean = {2};

    private final Line<float[]> network = new Line<>(Line.FLOATS, 4, 1) {
        @Override
        public List<Parameter<float[]>> statistics() {
            return List.of(new Parameter<>("norm1.mean", "norm", List.of(1), mean, new float[0], Initializer.zeros()));
        }
    };

    private float after(int rows) {
        RunningStatistics statistics = new RunningStatistics(network);
        mean[0] = 2;
        statistics.stepping(rows);
        mean[0] = 10;
        statistics.stepped(rows);
        return mean[0];
    }

    @Test
    void movesByAsMuchAsABatchHasRows() {
        assertThat(after(4)).isEqualTo(10);
        assertThat(after(2)).isEqualTo(6);
    }

    /** One row has no variance. */
    @Test
    void isNotMovedByASingleRow() {
        assertThat(after(1)).isEqualTo(2);
    }
}
