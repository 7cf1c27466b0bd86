package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loss of several outputs, worked out by hand. */
class OutputsTest {

    private static final double EXACT = 1e-12;
    private static final double LN2 = Math.log(2);

    /** Both rows give the classes equal scores, so that each costs log 2. */
    @Test
    void addsUpWhatEachOutputCosts() {
        Driver driver = driver("mean_squared_error(size) + 0.5 * cross_entropy(kind)");

        double loss = driver.trainer().gradient(2);

        assertThat(driver.outputs().get(0)).usingTolerance(EXACT).containsExactly(new double[] {3, 5});
        assertThat(driver.outputs().get(1)).usingTolerance(EXACT).containsExactly(new double[] {.5, .5, .5, .5});
        assertThat(driver.losses()).usingTolerance(EXACT).containsExactly(new double[] {(4 + 16) / 2.0, LN2});
        assertThat(loss).isWithin(EXACT).of(10 + 0.5 * LN2);
    }

    /** What flows back to x is 2 (y - t) / n times the weight of the one, and nothing of the other. */
    @Test
    void weighsGradientsAsItWeighsLosses() {
        Driver once = driver("mean_squared_error(size) + cross_entropy(kind)");
        Driver thrice = driver("3 * mean_squared_error(size) + 0.5 * cross_entropy(kind)");

        once.trainer().gradient(2);
        thrice.trainer().gradient(2);

        assertThat(once.inputGradients().get(0)).usingTolerance(EXACT).containsExactly(new double[] {2, 4});
        assertThat(thrice.inputGradients().get(0)).usingTolerance(EXACT).containsExactly(new double[] {6, 12});
        for (int i = 0; i < 2; i++) {
            assertThat(thrice.gradients().get(1)[i])
                    .isWithin(EXACT)
                    .of(0.5 * once.gradients().get(1)[i]);
        }
    }

    private static Driver driver(String loss) {
        String text = """
                data Rows {
                  input  x: real
                  target size: real
                  target kind: one of 0..1
                }
                network Net for Rows {
                  x -> dense(1, bias: false) -> size
                  x -> dense(classes, bias: false) -> softmax -> kind
                }
                train Net { loss: %s optimizer: adam until: epoch = 1 }
                """.formatted(loss);
        Compilation compilation = Compiled.compile("outputs.nn", text, Compiled.DOUBLE);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 2);
        driver.parameters(List.of(new double[] {1}, new double[] {0, 0}));
        driver.inputs(List.of(new double[] {3, 5}));
        driver.targets(List.of(new double[] {1, 1}, new double[] {0, 1}));
        return driver;
    }
}
