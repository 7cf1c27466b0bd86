package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Closeness;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table whose lines are looked up, and trained. */
class EmbeddingsTest {

    private static final String FILE = """
            data Rows {
              input  c: one of 0..3
              target y: real[2]
            }
            network Net for Rows { c -> %s -> y }
            train Net { loss: mean_squared_error optimizer: sgd(rate: 0.5) %s until: epoch = 1 }
            """;

    private static final double[] TABLE = {0.5, -1, 2, 0.25, -0.75, 3, 1, 1};
    private static final double[] LABELS = {2, 0, 2};
    private static final double[] TARGETS = {1, 2, 3, 4, 5, 6};

    @Test
    void rowsGetTheLinesThatTheirLabelsName() {
        Driver driver = embedded("embedding(2)");

        driver.trainer().evaluate(3);

        assertThat(driver.output()).isEqualTo(new double[] {-0.75, 3, 0.5, -1, -0.75, 3});
    }

    /** The loss is the mean over three rows of two values, so that each of them gets a third of its difference. */
    @Test
    void aLineGetsTheGradientsOfAllItsRowsAndTheOthersNothing() {
        Driver driver = embedded("embedding(2)");

        driver.trainer().gradient(3);
        driver.trainer().gradient(3);

        double[] expected = {
            (0.5 - 3) / 3, (-1 - 4) / 3.0, 0, 0, (-0.75 - 1 - 0.75 - 5) / 3, (3 - 2 + 3 - 6) / 3.0, 0, 0
        };
        new Closeness(1e-15, 1).check("gradient", driver.gradients().get(0), expected);
    }

    @Test
    void aStepChangesOnlyTheLinesThatWereLookedUp() {
        Driver driver = embedded("embedding(2)");

        driver.trainer().step(3, 0.5);

        double[] table = driver.parameters().get(0);
        assertThat(new double[] {table[2], table[3], table[6], table[7]}).isEqualTo(new double[] {2, 0.25, 1, 1});
        assertThat(table[0]).isWithin(1e-15).of(0.5 + 2.5 / 6);
    }

    @Test
    void penaltiesHoldAllLinesSmall() {
        Driver driver = filled(trainer("embedding(2)", "regularize: l2(0.1)"));

        driver.trainer().step(3, 0.5);

        double[] table = driver.parameters().get(0);
        assertThat(table[2]).isWithin(1e-15).of(2 - 0.5 * 0.1 * 2);
        assertThat(table[0]).isWithin(1e-15).of(0.5 + 2.5 / 6 - 0.5 * 0.1 * 0.5);
    }

    @Test
    void isTheProductOfAOneHotVectorAndTheTable() {
        Driver looked = embedded("embedding(2)");
        Driver multiplied = embedded("one_hot -> dense(2, bias: false)");

        double loss = looked.trainer().gradient(3);

        assertThat(multiplied.trainer().gradient(3)).isEqualTo(loss);
        assertThat(multiplied.output()).isEqualTo(looked.output());
        new Closeness(1e-15, 1)
                .check(
                        "gradient",
                        multiplied.gradients().get(0),
                        looked.gradients().get(0));
    }

    @Test
    void linesStartAsPyTorchsDoUnlessTheFileSaysOtherwise() {
        assertThat(initializer("embedding(2)")).isEqualTo(Initializer.normal(0, 1));
        assertThat(initializer("embedding(2, init: uniform(-0.5, 0.5))")).isEqualTo(Initializer.uniform(-0.5, 0.5));
        assertThat(initializer("embedding(2, init: xavier)")).isEqualTo(Initializer.normal(0, 0.5));
    }

    private static Initializer initializer(String layer) {
        Parameter<?> table = trainer(layer, "").trainer().parameters().get(0);
        assertThat(table.shape()).containsExactly(4, 2).inOrder();
        return table.initializer();
    }

    private static Driver embedded(String layers) {
        return filled(trainer(layers, ""));
    }

    private static Driver filled(Driver driver) {
        driver.parameters(List.of(TABLE));
        driver.inputs(List.of(LABELS));
        driver.target(TARGETS);
        return driver;
    }

    private static Driver trainer(String layers, String setting) {
        Compilation compilation = Compiled.compile("embedding.nn", FILE.formatted(layers, setting), Compiled.DOUBLE);
        return Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 3);
    }
}
