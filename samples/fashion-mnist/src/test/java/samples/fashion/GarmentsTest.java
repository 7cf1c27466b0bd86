package samples.fashion;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingTask;
import dev.nnlang.training.settings.Settings;
import dev.nnlang.training.settings.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import samples.fashion.lenet.LeNetTrainer;
import samples.fashion.resnet.ResNetTrainer;

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
        assertThat(accuracy(GarmentsTrainer.task(), 1)).isAtLeast(0.80);
    }

    /** Ten epochs of PyTorch, with the same settings, get 0.888. */
    @Test
    @Tag("campaign")
    void tenEpochsNameNearlyNineOfTen() throws Exception {
        assertThat(accuracy(GarmentsTrainer.task(), 10)).isAtLeast(0.88);
    }

    /** Published of two convolutions with pooling: 0.916. */
    @Test
    @Tag("campaign")
    void tenEpochsOfLeNet() throws Exception {
        assertThat(accuracy(LeNetTrainer.task(), 10)).isAtLeast(0.905);
    }

    /** Published of convolutions with batch normalisation: 0.934. */
    @Test
    @Tag("campaign")
    void tenEpochsOfAResidualNetwork() throws Exception {
        assertThat(accuracy(ResNetTrainer.task(), 10)).isAtLeast(0.92);
    }

    private static double accuracy(TrainingTask task, int epochs) throws Exception {
        Settings settings = task.settings().base(DATA).until(Until.epoch(epochs));
        return Training.run(task, settings, TrainingListener.silent())
                .metrics()
                .accuracy()
                .orElseThrow();
    }
}
