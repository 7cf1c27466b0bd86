package samples.iris;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Training;
import dev.nnlang.training.TrainingListener;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.settings.Settings;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IrisTest {

    private static TrainingResult train(long seed) throws Exception {
        Settings settings = IrisTrainer.task().settings().base(Path.of("src/main/nn")).seed(seed);
        return Training.run(IrisTrainer.task(), settings, TrainingListener.silent());
    }

    /** A library of record gets 0.97 on average and 0.87 at worst. */
    @Test
    void tenSeedsNameTheFlowersThatTheyHaveNotSeen() throws Exception {
        DoubleSummaryStatistics accuracies = new DoubleSummaryStatistics();
        for (long seed = 0; seed < 10; seed++) {
            TrainingResult result = train(seed);
            assertThat(result.part()).isEqualTo("test");
            accuracies.accept(result.metrics().accuracy().orElseThrow());
        }
        assertThat(accuracies.getAverage()).isAtLeast(0.95);
        assertThat(accuracies.getMin()).isAtLeast(0.86);
    }

    @Test
    void theSameSeedMakesTheSameBytes() throws Exception {
        byte[] bytes = train(3).model().bytes();
        assertThat(train(3).model().bytes()).isEqualTo(bytes);
        assertThat(train(4).model().bytes()).isNotEqualTo(bytes);
    }

    @Test
    void aTypicalFlowerOfEachSpeciesIsNamed(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("iris.safetensors");
        train(42).model().write(model);
        Iris iris = Iris.load(model);
        Set<Species> named = new TreeSet<>();
        named.add(iris.predict(new Flower(5.0, 3.4, 1.5, 0.2)).species());
        named.add(iris.predict(new Flower(5.9, 2.8, 4.3, 1.3)).species());
        named.add(iris.predict(new Flower(6.6, 3.0, 5.6, 2.0)).species());
        assertThat(named).containsExactly(Species.SETOSA, Species.VERSICOLOR, Species.VIRGINICA);
        Iris.Prediction prediction = iris.predict(new Flower(5.0, 3.4, 1.5, 0.2));
        assertThat(prediction.species()).isEqualTo(Species.SETOSA);
        assertThat(prediction.probability(Species.SETOSA)).isGreaterThan(0.9f);
    }
}
