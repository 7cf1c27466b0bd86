package samples.fashion;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nnlang.training.Settings;
import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class GarmentsTest {

    private static final Path DATA = Path.of(System.getProperty("fashion-mnist.directory"));

    @BeforeAll
    static void dataMustBeThere() {
        assumeTrue(
                Files.exists(DATA.resolve("train-images-idx3-ubyte.gz")),
                () -> "no Fashion-MNIST in " + DATA + ": apt-get install dataset-fashion-mnist");
    }

    @Test
    void anEpochNamesFourOfFive() throws Exception {
        assertThat(accuracy(1)).isAtLeast(0.80);
    }

    /** Ten epochs of PyTorch, with the same settings, get 0.888. */
    @Test
    @Tag("campaign")
    void tenEpochsNameNearlyNineOfTen() throws Exception {
        assertThat(accuracy(10)).isAtLeast(0.88);
    }

    private static double accuracy(int epochs) throws Exception {
        Settings settings = GarmentsTrainer.task().settings().base(DATA).until(Until.epoch(epochs));
        return Training.run(GarmentsTrainer.task(), settings, TrainingListener.silent())
                .metrics()
                .accuracy()
                .orElseThrow();
    }
}
